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
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Scores;
import org.noisemark.reports.statistics.Estimate;

/** Methods of one setting and noise that are ranked against each other, paired by seed. */
final class Contest {
  private Contest() {}

  /**
   * Ranks methods among those of their class, each with its own method of the first reference.
   *
   * @param methods every method's scores on one task
   * @param share what the methods of a class have in common: as many epochs, for example
   * @return by method; one that has no rival in its class, though there are others, has no rank
   */
  static SortedMap<Method, Standing> rank(
      SortedMap<Method, Scores> methods, Function<Method, ?> share, References references) {
    var classes = new HashMap<Object, SortedMap<Method, Scores>>();
    methods.forEach(
        (method, scores) ->
            classes
                .computeIfAbsent(share.apply(method), key -> new TreeMap<>())
                .put(method, scores));
    var standings = new TreeMap<Method, Standing>();
    for (SortedMap<Method, Scores> rivals : classes.values()) {
      rank(rivals, references)
          .forEach(
              standing ->
                  standings.put(
                      standing.method(),
                      rivals.size() == 1 && classes.size() > 1 ? standing.unranked() : standing));
    }
    return standings;
  }

  private static List<Standing> rank(SortedMap<Method, Scores> contest, References references) {
    var accuracies = new TreeMap<Method, Optional<Estimate>>();
    contest.forEach((method, own) -> accuracies.put(method, own.estimate()));
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
                    own.runs().get(0).task(),
                    method,
                    rank(accuracies.get(method), accuracies.values()),
                    accuracies.get(method),
                    !method.optimizer().equals(references.first()),
                    difference(own, references.first(method, contest.keySet()), contest),
                    versusBest.get(method),
                    verdict(method, best, versusBest.get(method)),
                    references
                        .first(method, contest.keySet())
                        .flatMap(other -> own.selected().minus(contest.get(other).selected())),
                    own.oracleGap(),
                    own)));
    return standings;
  }

  private static Optional<Difference> difference(
      Scores own, Optional<Method> reference, Map<Method, Scores> contest) {
    return reference.flatMap(other -> own.minus(contest.get(other)));
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

  private static Optional<Verdict> verdict(
      Method method, Optional<Method> best, Optional<Difference> versusBest) {
    return versusBest
        .map(Difference::estimate)
        .flatMap(Verdict::of)
        .map(verdict -> best.orElseThrow().equals(method) ? Verdict.best() : verdict);
  }
}
