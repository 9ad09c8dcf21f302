package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.GroupColumns.mean;

import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.results.Metric;

/** timing.csv: one row a method, data set and network, over all noises and seeds. */
public final class TimingTable {
  public static final Table<Group> TABLE =
      new Table<>(
          "timing",
          "One row a method, data set, network, engine and device, over all noises and seeds of the"
              + " runs with status ok. Step times are medians over runs of each run's figure;"
              + " whole times are means, so that train, eval, data and other add up to the total.",
          Stream.of(GroupColumns.leading(), times(), GroupColumns.trailing())
              .flatMap(List::stream)
              .toList(),
          GroupColumns.PRIMARY_KEY,
          List.of(new Table.ForeignKey("environment_id", "environments")));

  private TimingTable() {}

  private static List<Column<Group>> times() {
    return List.of(
        median(Metric.STEP_TIME_MEDIAN),
        median(Metric.STEP_TIME_P95),
        Column.amount(
            "samples_per_second",
            "samples/s",
            "samples_total over train_time_seconds, both summed over the runs with status ok; first"
                + " steps included",
            Group::samplesPerSecond),
        mean(Metric.TRAIN_TIME),
        mean(Metric.EVAL_TIME),
        mean(Metric.DATA_TIME),
        mean(Metric.OTHER_TIME),
        mean(Metric.TOTAL_TIME));
  }

  private static Column<Group> median(Metric metric) {
    return Column.amount(
        metric.column(),
        metric.unit(),
        "Median over the runs with status ok: " + metric.description(),
        group -> metric.median(group.runs()));
  }
}
