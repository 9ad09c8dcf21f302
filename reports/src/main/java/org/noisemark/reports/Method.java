package org.noisemark.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An optimizer with its hyper-parameters: what is ranked.
 *
 * @param hyperparameters by name, each value as JSON, so that a long and an int 5 are the same
 * @param hyperparametersJson all of them as one JSON object
 */
public record Method(
    String optimizer, SortedMap<String, String> hyperparameters, String hyperparametersJson)
    implements Comparable<Method> {
  private static final Comparator<Method> ORDER =
      comparing(Method::optimizer).thenComparing(Method::hyperparametersJson);

  static Method of(RunRecord.Cell cell) {
    var hyperparameters = new TreeMap<String, String>();
    cell.hyperparameters()
        .forEach((name, value) -> hyperparameters.put(name, RunJson.canonical(value)));
    return new Method(cell.optimizer(), hyperparameters, RunJson.canonical(cell.hyperparameters()));
  }

  /**
   * Returns the method of that optimizer to compare this one with: itself if it is one, otherwise
   * the one that agrees in the most hyper-parameters, the first in order if several do.
   */
  Optional<Method> reference(String optimizer, Collection<Method> among) {
    if (this.optimizer.equals(optimizer)) {
      return Optional.of(this);
    }
    return among.stream()
        .filter(method -> method.optimizer.equals(optimizer))
        .min(comparingLong((Method method) -> -agreements(method)).thenComparing(ORDER));
  }

  /** The optimizer; where it stands several times, also the hyper-parameters that differ. */
  public static Map<Method, String> labels(Collection<Method> methods) {
    var byOptimizer = methods.stream().collect(groupingBy(Method::optimizer));
    var labels = new TreeMap<Method, String>();
    for (Method method : methods) {
      List<String> differing =
          method.hyperparameters().entrySet().stream()
              .filter(
                  entry ->
                      byOptimizer.get(method.optimizer()).stream()
                          .anyMatch(
                              other ->
                                  !entry
                                      .getValue()
                                      .equals(other.hyperparameters().get(entry.getKey()))))
              .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\"", ""))
              .toList();
      labels.put(
          method,
          differing.isEmpty()
              ? method.optimizer()
              : method.optimizer() + " " + String.join(" ", differing));
    }
    return labels;
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
