package org.noisemark.reports.page;

import static org.noisemark.reports.page.Listing.Column.number;
import static org.noisemark.reports.page.Listing.Column.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.noisemark.reports.boards.Aggregate;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Published;
import org.noisemark.reports.boards.PublishedResult;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;

/** The board over all noises, and what others published, as index.html lists them. */
final class PageOverall {
  private PageOverall() {}

  static Listing aggregate(
      List<Aggregate.Row> rows, Function<List<Run>, PageContent.Runs> positions) {
    Map<Method, String> labels =
        Labels.of(rows.stream().map(Aggregate.Row::method).distinct().toList());
    return new Listing(
        "aggregate",
        "All noises at once",
        "Interquartile mean of final test accuracy over all data sets, noises and seeds, and the"
            + " probability that a run beats SGD's under the same noise, in percent; 95 % intervals"
            + " by the stratified bootstrap; p of the sign-flip test, corrected by Holm.",
        List.of(
            text("Network"),
            text("Optimizer"),
            number("Runs"),
            number("Interquartile mean"),
            number("Against SGD"),
            number("Beats SGD"),
            number("p (Holm)")),
        rows.stream().map(row -> row(row, labels.get(row.method()), positions)).toList());
  }

  private static Listing.Row row(
      Aggregate.Row row, String label, Function<List<Run>, PageContent.Runs> positions) {
    Cell versusSgd =
        row.versusReference()
            .map(f -> Cell.points(f.value(), Optional.of(f.interval())))
            .orElseGet(() -> percent(Optional.empty()));
    PageContent.Runs compared = positions.apply(row.compared());
    return new Listing.Row(
        "",
        row.setting().network(),
        PageSetting.engine(row.setting()),
        List.of(),
        Optional.of(positions.apply(row.own())),
        List.of(
            Cell.text(row.setting().network()),
            Cell.text(label),
            Cell.number(row.runs()),
            row.missing() > 0
                ? Cell.text("%d of %d noises missing".formatted(row.missing(), row.strata()))
                : percent(row.accuracy()),
            versusSgd.from(compared),
            percent(row.improvement()).from(compared),
            Cell.number(row.holm(), 3).from(compared)));
  }

  private static Cell percent(Optional<Aggregate.Figure> figure) {
    return figure
        .map(f -> Cell.percent(f.value(), Optional.of(f.interval())))
        .orElseGet(() -> Cell.percent(OptionalDouble.empty()));
  }

  static Listing published(
      List<Published.Row> rows, int known, Function<List<Run>, PageContent.Runs> positions) {
    return new Listing(
        "published",
        "Published numbers",
        rows.isEmpty()
            ? "None of the %d published test accuracies that ship with noisemark is of a data set, network and noise of this page."
                .formatted(known)
            : "Measured by others, not here; in percent, with ours beside them where we ran the"
                + " method. Mind which epoch was reported and what differs in the protocol.",
        List.of(
            text("Data set"),
            text("Network"),
            text("Noise"),
            text("Method"),
            text("Source"),
            text("Epoch reported"),
            number("Published"),
            number("Ours, last epoch"),
            number("Ours, oracle"),
            text("Protocol"),
            text("Differences")),
        rows.stream().map(row -> row(row, positions)).toList());
  }

  private static Listing.Row row(
      Published.Row row, Function<List<Run>, PageContent.Runs> positions) {
    PublishedResult result = row.result();
    return new Listing.Row(
        row.setting().dataset(),
        row.setting().network(),
        PageSetting.engine(row.setting()),
        List.of(PageModel.level(row.level())),
        Optional.empty(),
        List.of(
            Cell.text(row.setting().dataset()),
            Cell.text(row.setting().network()),
            Cell.text(row.level().label()),
            Cell.text(result.method()),
            Cell.text(result.source() + ", " + result.table()),
            Cell.text(result.reporting().label()),
            new Cell(
                Cell.percent(result.accuracy(), Optional.empty()).text(),
                result.spread().isEmpty() ? "" : "± " + result.spread(),
                OptionalDouble.of(result.accuracy())),
            ours(row, Accuracy::last, positions),
            ours(row, Accuracy::best, positions),
            Cell.text(result.notes()),
            Cell.text(row.differences())));
  }

  private static Cell ours(
      Published.Row row,
      ToDoubleFunction<Accuracy> accuracy,
      Function<List<Run>, PageContent.Runs> positions) {
    return row.own()
        .map(
            own ->
                Cell.percent(Leaderboard.mean(own.runs(), accuracy))
                    .from(positions.apply(own.runs())))
        .orElseGet(() -> Cell.percent(OptionalDouble.empty()));
  }
}
