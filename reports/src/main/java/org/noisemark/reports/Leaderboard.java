package org.noisemark.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.noisemark.reports.Run.Replicate;
import org.noisemark.reports.RunRecord.Accuracy;
import org.noisemark.reports.statistics.Estimate;

/** Ranks methods within each setting and noise, paired by seed. */
final class Leaderboard {
  private Leaderboard() {}

  /** In the order of runs.csv's key. */
  static List<Standing> standings(List<Run> runs) {
    record Contest(
        String version, String dataset, NoiseLevel level, String network, Setting setting) {}
    var order =
        Comparator.comparing(Contest::version, RunOrder.BY_VERSION)
            .thenComparing(Contest::dataset)
            .thenComparing(Contest::level)
            .thenComparing(Contest::network)
            .thenComparing(Contest::setting);
    var contests =
        runs.stream()
            .collect(
                groupingBy(
                    run ->
                        new Contest(
                            run.setting().suiteVersion(),
                            run.setting().dataset(),
                            run.level(),
                            run.setting().network(),
                            run.setting()),
                    () -> new TreeMap<>(order),
                    groupingBy(Run::method, TreeMap::new, toList())));
    var standings = new ArrayList<Standing>();
    contests.values().forEach(contest -> standings.addAll(rank(contest)));
    return List.copyOf(standings);
  }

  /** Mean over the runs of an accuracy as it is counted; empty if chance is not known. */
  static OptionalDouble mean(List<Run> runs, ToDoubleFunction<Accuracy> accuracy) {
    double[] counted =
        runs.stream()
            .map(run -> run.counted(accuracy))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return counted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Estimate.mean(counted));
  }

  private static List<Standing> rank(SortedMap<Method, List<Run>> contest) {
    var scores = new TreeMap<Method, SortedMap<Replicate, Double>>();
    contest.forEach((method, runs) -> scores.put(method, scores(runs)));
    var accuracies = new TreeMap<Method, Optional<Estimate>>();
    scores.forEach((method, bySeed) -> accuracies.put(method, estimate(bySeed.values())));
    Optional<Method> best =
        contest.keySet().stream()
            .filter(method -> accuracies.get(method).isPresent())
            .min(Comparator.comparingDouble(method -> -accuracies.get(method).get().mean()));
    var versusBest = new TreeMap<Method, Optional<Estimate>>();
    contest.keySet().forEach(method -> versusBest.put(method, difference(method, best, scores)));

    var standings = new ArrayList<Standing>();
    contest.forEach(
        (method, runs) ->
            standings.add(
                new Standing(
                    runs.get(0).setting(),
                    runs.get(0).level(),
                    method,
                    rank(accuracies.get(method), accuracies.values()),
                    accuracies.get(method),
                    difference(method, method.reference("sgd", contest.keySet()), scores),
                    versusBest.get(method),
                    tied(method, best, versusBest),
                    runs)));
    return standings;
  }

  private static SortedMap<Replicate, Double> scores(List<Run> runs) {
    var scores = new TreeMap<Replicate, Double>();
    runs.forEach(
        run -> run.counted(Accuracy::last).ifPresent(score -> scores.put(run.replicate(), score)));
    return scores;
  }

  /** Mean and interval of the differences over common seeds of the counted final accuracy. */
  static Optional<Estimate> paired(List<Run> runs, List<Run> others) {
    return difference(scores(runs), scores(others));
  }

  private static Optional<Estimate> difference(
      Method method, Optional<Method> reference, Map<Method, SortedMap<Replicate, Double>> scores) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    return difference(scores.get(method), scores.get(reference.get()));
  }

  private static Optional<Estimate> difference(
      SortedMap<Replicate, Double> scores, SortedMap<Replicate, Double> others) {
    var differences = new ArrayList<Double>();
    scores.forEach(
        (replicate, score) -> {
          if (others.containsKey(replicate)) {
            differences.add(score - others.get(replicate));
          }
        });
    return estimate(differences);
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
      Method method, Optional<Method> best, SortedMap<Method, Optional<Estimate>> versusBest) {
    Optional<Boolean> own = overlapsZero(versusBest.get(method));
    if (own.isEmpty() || !best.get().equals(method)) {
      return own;
    }
    return Optional.of(
        versusBest.entrySet().stream()
            .filter(other -> !other.getKey().equals(method))
            .anyMatch(other -> overlapsZero(other.getValue()).orElse(false)));
  }

  private static Optional<Boolean> overlapsZero(Optional<Estimate> difference) {
    return difference.flatMap(Estimate::interval).map(interval -> interval.contains(0));
  }
}
