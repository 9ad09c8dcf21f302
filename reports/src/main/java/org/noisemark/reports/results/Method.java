package org.noisemark.reports.results;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;

/**
 * An optimizer with its hyper-parameters: what is ranked.
 *
 * @param optimizer its name; with that of the program of the user's that trains it, "sgd (mine)",
 *     so that it is never taken for the one that an engine trains
 * @param hyperparameters by name, each value as JSON, so that a long and an int 5 are the same
 * @param hyperparametersJson all of them as one JSON object
 * @param epochs asked for; 0 for what methods of several have in common
 */
public record Method(
    String optimizer,
    SortedMap<String, String> hyperparameters,
    String hyperparametersJson,
    long epochs)
    implements Comparable<Method> {
  private static final Comparator<Method> ORDER =
      comparing(Method::optimizer).thenComparing(Method::hyperparametersJson);

  static Method of(Cell cell) {
    var hyperparameters = new TreeMap<String, String>();
    SortedMap<String, Object> all = cell.hyperparameters();
    all.forEach((name, value) -> hyperparameters.put(name, Json.canonical(value)));
    return new Method(
        cell.method(), hyperparameters, Json.canonical(all), cell.training().epochs());
  }

  /** What several methods of one optimizer have in common: their equal hyper-parameters. */
  public static Method common(Collection<Method> methods) {
    Method first = methods.iterator().next();
    var common = new TreeMap<>(first.hyperparameters);
    methods.forEach(method -> common.entrySet().retainAll(method.hyperparameters.entrySet()));
    String json =
        common.entrySet().stream()
            .map(entry -> Json.canonical(entry.getKey()) + ":" + entry.getValue())
            .collect(joining(",", "{", "}"));
    return new Method(
        first.optimizer, common, json, common.containsKey("epochs") ? first.epochs : 0);
  }

  /** The epochs that most of the methods train for, the fewest if several do; 0 for no methods. */
  public static long usualEpochs(Collection<Method> methods) {
    var counts = methods.stream().collect(groupingBy(Method::epochs, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .min(comparingLong(entry -> -entry.getValue()))
        .map(Map.Entry::getKey)
        .orElse(0L);
  }

  /** Those that train for as many epochs as this one: what it may be ranked with. */
  public List<Method> ofEqualEpochs(Collection<Method> methods) {
    return methods.stream().filter(method -> method.epochs() == epochs()).toList();
  }

  /**
   * Returns the method of that optimizer to compare this one with: of several the one that trains
   * for as many epochs, or, for a method of the same optimizer, for the usual ones; of several of
   * these itself, or the one that agrees in the most hyper-parameters, or the first in order.
   */
  public Optional<Method> reference(String optimizer, Collection<Method> among) {
    long usual = usualEpochs(among);
    long epochs = this.optimizer.equals(optimizer) ? usual : epochs();
    return among.stream()
        .filter(method -> method.optimizer.equals(optimizer))
        .min(
            comparing((Method method) -> method.epochs() != epochs)
                .thenComparing(method -> method.epochs() != usual)
                .thenComparing(method -> !method.equals(this))
                .thenComparingLong(method -> -agreements(method))
                .thenComparing(ORDER));
  }

  /** Returns whether a program of the user's trains it. */
  public boolean isExternal() {
    return hyperparameters.containsKey(Cell.TRAINER);
  }

  private long agreements(Method other) {
    return hyperparameters.entrySet().stream()
        .filter(entry -> entry.getValue().equals(other.hyperparameters.get(entry.getKey())))
        .count();
  }

  @Override
  public int compareTo(Method other) {
    return ORDER.compare(this, other);
  }
}
