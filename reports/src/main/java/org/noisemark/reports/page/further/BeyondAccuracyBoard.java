package org.noisemark.reports.page.further;

import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** What else the last epoch's predictions say. */
final class BeyondAccuracyBoard {
  private static final int DECIMALS = 3;

  private BeyondAccuracyBoard() {}

  static FurtherBoard<Standing> of(Shown shown) {
    List<Standing> rows =
        shown.derived().standings().stream()
            .filter(row -> Metric.TEST_LOSS.mean(row.runs()).isPresent())
            .toList();
    return new FurtherBoard<>(
        "beyond-accuracy",
        "More than accuracy",
        "After the last epoch. On the clean test set: the mean over classes of their accuracy, in"
            + " percent; the negative log-likelihood, in nats, lower is better; the expected"
            + " calibration error over 15 bins, lower is better. On training examples: how well a"
            + " high loss tells flipped labels from clean ones, as the area under the ROC curve, 1"
            + " for always and 0.5 for not at all.",
        Origin.of(row -> row),
        Column.keyed(
            shown,
            Standing::setting,
            row -> row.level().label(),
            List.of(
                optimizer(rows, Standing::method),
                number(
                    "Balanced accuracy", row -> Cell.percent(mean(row, Metric.BALANCED_ACCURACY))),
                number("Test loss", row -> cell(row, Metric.TEST_LOSS)),
                number("Calibration error", row -> cell(row, Metric.CALIBRATION_ERROR)),
                number("Flipped labels found", row -> cell(row, Metric.FLIPPED_AUROC)))),
        rows);
  }

  private static Optional<Estimate> mean(Standing standing, Metric metric) {
    return Estimate.of(metric.of(standing.runs()));
  }

  private static Cell cell(Standing standing, Metric metric) {
    Optional<Estimate> mean = mean(standing, metric);
    return Cell.number(metric.mean(standing.runs()), DECIMALS)
        .aside(mean.flatMap(Estimate::interval).map(BeyondAccuracyBoard::bounds).orElse(""));
  }

  private static String bounds(Interval interval) {
    return String.format(
        Locale.ROOT,
        "[%s, %s]",
        Figures.fixed(interval.low(), DECIMALS),
        Figures.fixed(interval.high(), DECIMALS));
  }
}
