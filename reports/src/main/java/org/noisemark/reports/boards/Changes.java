package org.noisemark.reports.boards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Run.Replicate;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Holm;
import org.noisemark.reports.statistics.PairedTest;
import org.noisemark.reports.statistics.Pairs;

/**
 * The changes of a {@link History} and which of them are steps: accuracy by the paired t test, time
 * by that of the logarithm of the ratios against {@value #TIME_RATIO} times as long or short, both
 * adjusted by Holm's method over all that is compared of the metric at one commit; what is counted,
 * at any difference. Times are compared within one environment alone.
 */
final class Changes {
  /** A ratio of times that does not matter. */
  static final double TIME_RATIO = 1.05;

  private Changes() {}

  /** The rows with their changes. */
  static List<Row> judged(List<Row> rows) {
    List<Map<Metric, Change>> changes = new ArrayList<>();
    rows.forEach(row -> changes.add(of(row)));
    for (Metric metric : List.of(Metric.TEST_ACCURACY_FINAL, Metric.TRAIN_TIME)) {
      rows.stream()
          .map(Row::commit)
          .distinct()
          .forEach(commit -> adjust(rows, changes, metric, row -> row.commit() == commit));
    }
    return IntStream.range(0, rows.size())
        .mapToObj(i -> with(rows.get(i), changes.get(i)))
        .toList();
  }

  private static Row with(Row row, Map<Metric, Change> changes) {
    return new Row(row.task(), row.method(), row.commit(), row.before(), row.scores(), changes);
  }

  private static Map<Metric, Change> of(Row row) {
    var changes = new EnumMap<Metric, Change>(Metric.class);
    if (row.before() != null) {
      for (Metric metric : History.METRICS) {
        change(row, metric).ifPresent(change -> changes.put(metric, change));
      }
    }
    return changes;
  }

  private static Optional<Change> change(Row row, Metric metric) {
    List<Run> runs = Run.both(row.before().runs(), row.runs());
    boolean comparable =
        metric != Metric.TRAIN_TIME
            || runs.stream().map(Run::environmentId).distinct().count() == 1;
    return comparable
        ? Pairs.joined(values(row, metric), values(row.before(), metric))
            .map(pairs -> change(row, metric, pairs.difference(), runs))
        : Optional.empty();
  }

  private static Change change(Row row, Metric metric, Estimate difference, List<Run> runs) {
    boolean identical = parameters(row).equals(parameters(row.before()));
    boolean exact = metric == Metric.GRADIENT_EVALUATIONS;
    boolean tested = !exact && !(identical && metric == Metric.TEST_ACCURACY_FINAL);
    double range = metric == Metric.TRAIN_TIME ? Math.log(TIME_RATIO) : 0;
    return new Change(
        metric,
        difference,
        identical,
        exact,
        tested ? PairedTest.pValue(difference, range) : OptionalDouble.empty(),
        runs);
  }

  private static SortedMap<Replicate, Double> values(Row row, Metric metric) {
    if (metric == Metric.TEST_ACCURACY_FINAL) {
      return row.scores().byReplicate();
    }
    var values = new TreeMap<Replicate, Double>();
    for (Run run : row.runs()) {
      double value = run.ok() ? metric.measured(run).doubleValue() : 0;
      if (value > 0) {
        values.put(run.replicate(), metric == Metric.TRAIN_TIME ? Math.log(value) : value);
      }
    }
    return values;
  }

  /** What the runs ended with; of one that failed, that it did. */
  private static SortedMap<Replicate, String> parameters(Row row) {
    var parameters = new TreeMap<Replicate, String>();
    row.runs()
        .forEach(
            run ->
                parameters.put(
                    run.replicate(),
                    run.record().accuracy() + " " + run.record().finalParametersSha256()));
    return parameters;
  }

  private static void adjust(
      List<Row> rows, List<Map<Metric, Change>> changes, Metric metric, Predicate<Row> family) {
    int[] tested =
        IntStream.range(0, rows.size())
            .filter(i -> family.test(rows.get(i)) && changes.get(i).containsKey(metric))
            .filter(i -> changes.get(i).get(metric).holmPValue().isPresent())
            .toArray();
    double[] adjusted =
        Holm.adjusted(
            Arrays.stream(tested)
                .mapToDouble(i -> changes.get(i).get(metric).holmPValue().getAsDouble())
                .toArray());
    for (int k = 0; k < tested.length; k++) {
      OptionalDouble pValue = OptionalDouble.of(adjusted[k]);
      changes.get(tested[k]).computeIfPresent(metric, (any, change) -> change.adjusted(pValue));
    }
  }
}
