package org.noisemark.reports.boards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Run.Replicate;
import org.noisemark.reports.statistics.Estimate;

/** Methods of one setting and noise that are ranked against each other, paired by seed. */
final class Contest {
  private Contest() {}

  /**
   * Ranks methods among those of their class, each with its own reference, SGD.
   *
   * @param methods every method's runs under one noise
   * @param share what the methods of a class have in common: as many epochs, for example
   * @return by method; one that has no rival in its class, though there are others, has no rank
   */
  static SortedMap<Method, Standing> rank(
      SortedMap<Method, List<Run>> methods, Function<Method, ?> share) {
    var classes = new HashMap<Object, SortedMap<Method, List<Run>>>();
    methods.forEach(
        (method, runs) ->
            classes.computeIfAbsent(share.apply(method), key -> new TreeMap<>()).put(method, runs));
    var standings = new TreeMap<Method, Standing>();
    for (SortedMap<Method, List<Run>> rivals : classes.values()) {
      rank(rivals)
          .forEach(
              standing ->
                  standings.put(
                      standing.method(),
                      rivals.size() == 1 && classes.size() > 1 ? standing.unranked() : standing));
    }
    return standings;
  }

  /**
   * Of the accuracies after the last epoch, as they are counted, paired by seed; empty without a
   * common one.
   */
  static Optional<Difference> difference(List<Run> own, List<Run> reference) {
    return difference(Scored.of(own), Scored.of(reference));
  }

  /** A method's runs with what each replicate is counted at. */
  private record Scored(List<Run> runs, SortedMap<Replicate, Double> scores) {
    static Scored of(List<Run> runs) {
      return new Scored(runs, Contest.scores(runs));
    }
  }

  private static List<Standing> rank(SortedMap<Method, List<Run>> methods) {
    var contest = new TreeMap<Method, Scored>();
    methods.forEach((method, runs) -> contest.put(method, Scored.of(runs)));
    var accuracies = new TreeMap<Method, Optional<Estimate>>();
    contest.forEach((method, own) -> accuracies.put(method, estimate(own.scores.values())));
    Optional<Method> best =
        contest.keySet().stream()
            .filter(method -> accuracies.get(method).isPresent())
            .min(Comparator.comparingDouble(method -> -accuracies.get(method).get().mean()));
    var versusBest = new TreeMap<Method, Optional<Difference>>();
    contest.forEach((method, own) -> versusBest.put(method, difference(own, best, contest)));

    var standings = new ArrayList<Standing>();
    contest.forEach(
        (method, own) ->
            standings.add(
                new Standing(
                    own.runs.get(0).setting(),
                    own.runs.get(0).level(),
                    method,
                    rank(accuracies.get(method), accuracies.values()),
                    accuracies.get(method),
                    difference(own, method.reference("sgd", contest.keySet()), contest),
                    versusBest.get(method),
                    tied(method, best, versusBest),
                    own.runs)));
    return standings;
  }

  /** The accuracies after the last epoch, as they are counted; none of a run that is not. */
  static SortedMap<Replicate, Double> scores(List<Run> runs) {
    var scores = new TreeMap<Replicate, Double>();
    runs.forEach(
        run -> run.counted(Accuracy::last).ifPresent(score -> scores.put(run.replicate(), score)));
    return scores;
  }

  private static Optional<Difference> difference(
      Scored own, Optional<Method> reference, Map<Method, Scored> contest) {
    return reference.flatMap(other -> difference(own, contest.get(other)));
  }

  private static Optional<Difference> difference(Scored own, Scored reference) {
    return estimate(
            own.scores.keySet().stream()
                .filter(reference.scores::containsKey)
                .map(replicate -> own.scores.get(replicate) - reference.scores.get(replicate))
                .toList())
        .map(estimate -> new Difference(estimate, Run.both(own.runs, reference.runs)));
  }

  private static Optional<Estimate> estimate(Collection<Double> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private static OptionalInt rank(
      Optional<Estimate> own, Collection<Optional<Estimate>> accuracies) {
    if (own.isEmpty()) {
      return OptionalInt.empty();
    }
    long better =
        accuracies.stream()
            .flatMap(Optional::stream)
            .filter(other -> other.mean() > own.get().mean())
            .count();
    return OptionalInt.of((int) better + 1);
  }

  private static Optional<Boolean> tied(
      Method method, Optional<Method> best, SortedMap<Method, Optional<Difference>> versusBest) {
    Optional<Boolean> own = overlapsZero(versusBest.get(method));
    if (own.isEmpty() || !best.get().equals(method)) {
      return own;
    }
    return Optional.of(
        versusBest.entrySet().stream()
            .filter(other -> !other.getKey().equals(method))
            .anyMatch(other -> overlapsZero(other.getValue()).orElse(false)));
  }

  private static Optional<Boolean> overlapsZero(Optional<Difference> difference) {
    return difference
        .flatMap(found -> found.estimate().interval())
        .map(interval -> interval.contains(0));
  }
}
