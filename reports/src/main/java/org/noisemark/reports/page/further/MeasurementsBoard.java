package org.noisemark.reports.page.further;

import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;
import static org.noisemark.reports.page.further.Column.text;

import java.util.List;
import java.util.OptionalDouble;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Metric;

/** Where the time of a run went and what memory it took. */
final class MeasurementsBoard {
  private static final double MILLISECONDS = 1e3;
  private static final double MEBIBYTES = 1.0 / (1 << 20);

  private MeasurementsBoard() {}

  static FurtherBoard<Group> of(Shown shown) {
    List<Group> groups = shown.derived().groups();
    return new FurtherBoard<>(
        "measurements",
        "Time and memory",
        "Mean seconds of a run: training steps, evaluation, making batches and the rest add up to"
            + " the whole. The step is the median over runs of each one's median, first steps left"
            + " out. Memory is the most that the process held, which may have trained other cells"
            + " before or beside.",
        new Origin<>(Group::setting, group -> List.of(), Group::runs),
        List.of(
            text("Data set", group -> group.setting().dataset()),
            text("Network", group -> group.setting().network()),
            optimizer(groups, Group::method),
            seconds("Seconds", Metric.TOTAL_TIME),
            seconds("Training", Metric.TRAIN_TIME),
            seconds("Evaluation", Metric.EVAL_TIME),
            seconds("Batches", Metric.DATA_TIME),
            seconds("Rest", Metric.OTHER_TIME),
            number("Step, ms", MeasurementsBoard::step),
            number("Samples/s", group -> Cell.number(group.samplesPerSecond(), 0)),
            memory("Heap, MiB", Metric.PEAK_HEAP_MEMORY),
            memory("Off heap, MiB", Metric.PEAK_OFF_HEAP_MEMORY),
            memory("Device, MiB", Metric.PEAK_DEVICE_MEMORY)),
        groups);
  }

  private static Column<Group> seconds(String heading, Metric metric) {
    return number(heading, group -> Cell.number(metric.mean(group.runs()), 2));
  }

  private static Cell step(Group group) {
    return scaled(Metric.STEP_TIME_MEDIAN.median(group.runs()), MILLISECONDS, 2);
  }

  private static Column<Group> memory(String heading, Metric metric) {
    return number(heading, group -> scaled(metric.maximum(group.runs()), MEBIBYTES, 0));
  }

  private static Cell scaled(OptionalDouble value, double factor, int decimals) {
    return Cell.number(
        value.isPresent() ? OptionalDouble.of(factor * value.getAsDouble()) : value, decimals);
  }
}
