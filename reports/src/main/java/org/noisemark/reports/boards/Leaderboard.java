package org.noisemark.reports.boards;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Scores;
import org.noisemark.reports.statistics.Estimate;

/**
 * The board of equal epochs: ranks methods within each setting and noise, and among those that
 * train for as many epochs, paired by seed.
 */
public final class Leaderboard {
  private Leaderboard() {}

  /** In the order of runs.csv's key. */
  public static List<Standing> standings(List<Run> runs, References references) {
    return runs.stream()
        .collect(
            groupingBy(
                Run::task,
                TreeMap::new,
                groupingBy(Run::method, TreeMap::new, collectingAndThen(toList(), Scores::new))))
        .values()
        .stream()
        .flatMap(methods -> Contest.rank(methods, Method::epochs, references).values().stream())
        .toList();
  }

  /** Mean over the runs of an accuracy as it is counted; empty if chance is not known. */
  public static OptionalDouble mean(List<Run> runs, Metric accuracy) {
    double[] counted =
        runs.stream()
            .map(run -> run.counted(accuracy))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return counted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Estimate.mean(counted));
  }
}
