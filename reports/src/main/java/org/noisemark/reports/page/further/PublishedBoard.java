package org.noisemark.reports.page.further;

import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.text;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Published.Row;
import org.noisemark.reports.boards.PublishedResult;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;

/** What others published. */
final class PublishedBoard {
  private PublishedBoard() {}

  static FurtherBoard<Row> of(Shown shown) {
    List<Row> rows = shown.derived().published();
    return new FurtherBoard<>(
        "published",
        "Published numbers",
        rows.isEmpty()
            ? String.format(
                Locale.ROOT,
                "None of the %d published test accuracies that ship with noisemark is of a data set, network and noise of this page.",
                PublishedResult.all().size())
            : "Measured by others, not here; in percent, with ours beside them where we ran the"
                + " method. Mind which epoch was reported and what differs in the protocol.",
        new Origin<>(Row::setting, row -> List.of(row.level()), row -> List.of()),
        List.of(
            text("Data set", row -> row.setting().dataset()),
            text("Network", row -> row.setting().network()),
            text("Noise", row -> row.level().label()),
            text("Method", row -> row.result().method()),
            text("Source", row -> row.result().source() + ", " + row.result().table()),
            text("Epoch reported", row -> row.result().reporting().label()),
            number("Published", row -> published(row.result())),
            number("Ours, last epoch", row -> ours(row, Metric.TEST_ACCURACY_FINAL)),
            number("Ours, oracle", row -> ours(row, Metric.TEST_ACCURACY_BEST)),
            text("Protocol", row -> row.result().notes()),
            text("Differences", Row::differences)),
        rows);
  }

  private static Cell published(PublishedResult result) {
    Cell accuracy = Cell.percent(OptionalDouble.of(result.accuracy()));
    return result.spread().isEmpty() ? accuracy : accuracy.aside("± " + result.spread());
  }

  private static Cell ours(Row row, Metric accuracy) {
    List<Run> runs = row.own().map(Standing::runs).orElse(List.of());
    return Cell.percent(Leaderboard.mean(runs, accuracy)).from(runs);
  }
}
