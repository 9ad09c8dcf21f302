package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunOrder;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.statistics.Estimate;

/**
 * The board of equal epochs: ranks methods within each setting and noise, and among those that
 * train for as many epochs, paired by seed.
 */
public final class Leaderboard {
  private Leaderboard() {}

  /** In the order of runs.csv's key. */
  public static List<Standing> standings(List<Run> runs) {
    record Field(
        String version, String dataset, NoiseLevel level, String network, Setting setting) {}
    var order =
        Comparator.comparing(Field::version, RunOrder.BY_VERSION)
            .thenComparing(Field::dataset)
            .thenComparing(Field::level)
            .thenComparing(Field::network)
            .thenComparing(Field::setting);
    var contests =
        runs.stream()
            .collect(
                groupingBy(
                    run ->
                        new Field(
                            run.setting().suiteVersion(),
                            run.setting().dataset(),
                            run.level(),
                            run.setting().network(),
                            run.setting()),
                    () -> new TreeMap<>(order),
                    groupingBy(Run::method, TreeMap::new, toList())));
    var standings = new ArrayList<Standing>();
    contests
        .values()
        .forEach(methods -> standings.addAll(Contest.rank(methods, Method::epochs).values()));
    return List.copyOf(standings);
  }

  /** Mean over the runs of an accuracy as it is counted; empty if chance is not known. */
  public static OptionalDouble mean(List<Run> runs, ToDoubleFunction<Accuracy> accuracy) {
    double[] counted =
        runs.stream()
            .map(run -> run.counted(accuracy))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return counted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Estimate.mean(counted));
  }
}
