package org.noisemark.reports.page;

import static org.noisemark.reports.page.Listing.Column.number;
import static org.noisemark.reports.page.Listing.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;

/** Where the time of a run went and what memory it took, as index.html lists them. */
final class PageMeasurements {
  private static final double MILLISECONDS = 1e3;
  private static final double MEBIBYTES = 1.0 / (1 << 20);

  private PageMeasurements() {}

  static Listing listing(List<Group> groups, Function<List<Run>, PageContent.Runs> positions) {
    Map<Method, String> labels = Labels.of(groups.stream().map(Group::method).distinct().toList());
    return new Listing(
        "measurements",
        "Time and memory",
        "Mean seconds of a run: training steps, evaluation, making batches and the rest add up to"
            + " the whole. The step is the median over runs of each one's median, first steps left"
            + " out. Memory is the most that the process held, which may have trained other cells"
            + " before or beside.",
        List.of(
            text("Data set"),
            text("Network"),
            text("Optimizer"),
            number("Seconds"),
            number("Training"),
            number("Evaluation"),
            number("Batches"),
            number("Rest"),
            number("Step, ms"),
            number("Samples/s"),
            number("Heap, MiB"),
            number("Off heap, MiB"),
            number("Device, MiB")),
        groups.stream().map(group -> row(group, labels.get(group.method()), positions)).toList());
  }

  private static Listing.Row row(
      Group group, String label, Function<List<Run>, PageContent.Runs> positions) {
    List<Run> runs = group.runs();
    Setting setting = group.setting();
    var cells = new ArrayList<Cell>();
    Stream.of(setting.dataset(), setting.network(), label).map(Cell::text).forEach(cells::add);
    Stream.of(
            Metric.TOTAL_TIME,
            Metric.TRAIN_TIME,
            Metric.EVAL_TIME,
            Metric.DATA_TIME,
            Metric.OTHER_TIME)
        .forEach(metric -> cells.add(Cell.number(metric.mean(runs), 2)));
    cells.add(scaled(Metric.STEP_TIME_MEDIAN.median(runs), MILLISECONDS, 2));
    cells.add(Cell.number(group.samplesPerSecond(), 0));
    Stream.of(Metric.PEAK_HEAP_MEMORY, Metric.PEAK_OFF_HEAP_MEMORY, Metric.PEAK_DEVICE_MEMORY)
        .forEach(metric -> cells.add(scaled(metric.maximum(runs), MEBIBYTES, 0)));
    return new Listing.Row(
        setting.dataset(),
        setting.network(),
        PageSetting.engine(setting),
        List.of(),
        Optional.of(positions.apply(runs)),
        cells);
  }

  private static Cell scaled(OptionalDouble value, double factor, int decimals) {
    return Cell.number(
        value.isPresent() ? OptionalDouble.of(factor * value.getAsDouble()) : value, decimals);
  }
}
