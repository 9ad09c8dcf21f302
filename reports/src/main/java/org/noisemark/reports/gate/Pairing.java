package org.noisemark.reports.gate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Run.Replicate;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.results.Task;

/**
 * Finds for each cell of a baseline the candidate's: the same data set, noise, rate, network,
 * optimizer and hyper-parameters; or else, where an optimizer stands there once on both sides, with
 * other hyper-parameters, which is a finding. So is a cell or a seed that only one side has.
 */
final class Pairing {
  private final Collection<Finding> findings;
  private final boolean severalSettings;

  private Pairing(Collection<Finding> findings, boolean severalSettings) {
    this.findings = findings;
    this.severalSettings = severalSettings;
  }

  /**
   * @param baseline no run twice, likewise the candidate
   * @return one for each cell of the baseline, in its order; without pairs where the candidate has
   *     none
   */
  static List<CellPair> of(List<Run> baseline, List<Run> candidate, Collection<Finding> findings) {
    long settings = baseline.stream().map(Run::setting).distinct().count();
    return new Pairing(findings, settings > 1).pair(baseline, candidate);
  }

  private List<CellPair> pair(List<Run> baseline, List<Run> candidate) {
    Map<Task, List<Run>> ours = byTask(baseline);
    Map<Task, List<Run>> theirs = byTask(candidate);
    var cells = new ArrayList<CellPair>();
    ours.forEach(
        (task, runs) -> cells.addAll(pair(task, runs, theirs.getOrDefault(task, List.of()))));
    theirs.keySet().removeAll(ours.keySet());
    theirs.forEach((task, runs) -> byMethod(runs).keySet().forEach(m -> extra(task, m)));
    return cells;
  }

  private List<CellPair> pair(Task task, List<Run> baseline, List<Run> candidate) {
    var ours = byMethod(baseline);
    var theirs = byMethod(candidate);
    Map<Method, String> labels = Labels.of(ours.keySet());
    var cells = new ArrayList<CellPair>();
    var taken = new TreeSet<Method>();
    for (Method method : ours.keySet()) {
      String label = label(task, labels.get(method));
      Optional<Method> other = counterpart(method, ours.keySet(), theirs.keySet());
      other.ifPresent(taken::add);
      if (other.isEmpty()) {
        invalid("the candidate lacks the cell %s", label);
      }
      other.filter(found -> !found.equals(method)).ifPresent(f -> changed(label, method, f));
      cells.add(
          new CellPair(
              label,
              task.level(),
              method,
              other.orElse(method),
              pairs(label, ours.get(method), other.map(theirs::get).orElseGet(TreeMap::new))));
    }
    theirs.keySet().stream().filter(m -> !taken.contains(m)).forEach(m -> extra(task, m));
    return cells;
  }

  private static Optional<Method> counterpart(
      Method method, Set<Method> baseline, Set<Method> candidate) {
    if (candidate.contains(method)) {
      return Optional.of(method);
    }
    List<Method> alike =
        candidate.stream().filter(m -> m.optimizer().equals(method.optimizer())).toList();
    long own = baseline.stream().filter(m -> m.optimizer().equals(method.optimizer())).count();
    return own == 1 && alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private List<CellPair.Pair> pairs(
      String label, SortedMap<Replicate, Run> ours, SortedMap<Replicate, Run> theirs) {
    if (!theirs.isEmpty()) {
      onlyIn(ours, theirs).ifPresent(s -> invalid("the candidate lacks %s of %s", s, label));
      onlyIn(theirs, ours).ifPresent(s -> invalid("the baseline lacks %s of %s", s, label));
    }
    return ours.entrySet().stream()
        .filter(entry -> theirs.containsKey(entry.getKey()))
        .map(e -> new CellPair.Pair(e.getKey(), e.getValue(), theirs.get(e.getKey())))
        .filter(pair -> InputCheck.usable(pair.baseline()) && InputCheck.usable(pair.candidate()))
        .toList();
  }

  private static Optional<String> onlyIn(
      SortedMap<Replicate, Run> some, SortedMap<Replicate, Run> others) {
    var only = new TreeSet<>(some.keySet());
    only.removeAll(others.keySet());
    return only.isEmpty() ? Optional.empty() : Optional.of(seeds(only));
  }

  /** "seed 3", "seeds 3, 4"; with noise seeds where these are what differs. */
  private static String seeds(Set<Replicate> replicates) {
    boolean oneNoise = replicates.stream().map(Replicate::noiseSeed).distinct().count() == 1;
    return (replicates.size() == 1 ? "seed " : "seeds ")
        + replicates.stream()
            .map(r -> r.seed() + (oneNoise ? "" : " under noise seed " + r.noiseSeed()))
            .collect(joining(", "));
  }

  private void changed(String label, Method from, Method to) {
    var names = new TreeSet<>(from.hyperparameters().keySet());
    names.addAll(to.hyperparameters().keySet());
    String changes =
        names.stream()
            .filter(name -> !value(from, name).equals(value(to, name)))
            .map(name -> name + " " + value(from, name) + " in the baseline, " + value(to, name))
            .collect(joining("; "));
    findings.add(
        Finding.of(
            Check.SETTINGS,
            Outcome.INCOMPARABLE,
            label,
            "%s: %s in the candidate, under one suite version",
            label,
            changes));
  }

  private static String value(Method method, String name) {
    return method.hyperparameters().getOrDefault(name, "absent");
  }

  private void extra(Task task, Method method) {
    invalid("the baseline lacks the cell %s", label(task, method.optimizer()));
  }

  private void invalid(String message, Object... values) {
    findings.add(Finding.of(Check.INPUT, Outcome.INVALID, "", message, values));
  }

  private String label(Task task, String method) {
    Setting setting = task.setting();
    return String.join(", ", setting.dataset(), task.level().label(), setting.network(), method)
        + (severalSettings
            ? String.format(
                Locale.ROOT,
                ", %s on %s, %s",
                setting.engine(),
                setting.device(),
                setting.precision())
            : "");
  }

  private static Map<Task, List<Run>> byTask(List<Run> runs) {
    return runs.stream().collect(groupingBy(Run::task, LinkedHashMap::new, toList()));
  }

  private static SortedMap<Method, SortedMap<Replicate, Run>> byMethod(List<Run> runs) {
    var methods = new TreeMap<Method, SortedMap<Replicate, Run>>();
    runs.forEach(
        run ->
            methods
                .computeIfAbsent(run.method(), method -> new TreeMap<>())
                .put(run.replicate(), run));
    return methods;
  }
}
