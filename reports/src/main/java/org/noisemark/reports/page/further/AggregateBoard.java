package org.noisemark.reports.page.further;

import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;
import static org.noisemark.reports.page.further.Column.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.boards.Aggregate.Figure;
import org.noisemark.reports.boards.Aggregate.Row;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Shown;

/** Methods over all data sets and noises. */
final class AggregateBoard {
  private AggregateBoard() {}

  static FurtherBoard<Row> of(Shown shown) {
    List<Row> rows = shown.derived().aggregate();
    String reference = shown.derived().references().first();
    return new FurtherBoard<>(
        "aggregate",
        "All noises at once",
        "Interquartile mean of final test accuracy over all data sets, noises and seeds, and the"
            + String.format(
                Locale.ROOT,
                " probability that a run beats one of %s under the same noise, in percent; 95 %%",
                reference)
            + " intervals"
            + " by the stratified bootstrap; p of the sign-flip test, corrected by Holm.",
        new Origin<>(Row::setting, row -> List.of(), Row::own),
        List.of(
            text("Network", row -> row.setting().network()),
            optimizer(rows, Row::method),
            number("Runs", row -> Cell.number(row.runs())),
            number("Interquartile mean", AggregateBoard::accuracy),
            number("Against " + reference, AggregateBoard::versusReference),
            number("Beats " + reference, row -> percent(row.improvement()).from(row.compared())),
            number("p (Holm)", row -> Cell.number(row.holm(), 3).from(row.compared()))),
        rows);
  }

  private static Cell accuracy(Row row) {
    return row.missing() > 0
        ? Cell.text(
            String.format(Locale.ROOT, "%d of %d noises missing", row.missing(), row.strata()))
        : percent(row.accuracy());
  }

  private static Cell versusReference(Row row) {
    return row.versusReference()
        .map(figure -> Cell.points(figure.value(), Optional.of(figure.interval())))
        .orElseGet(() -> percent(Optional.empty()))
        .from(row.compared());
  }

  private static Cell percent(Optional<Figure> figure) {
    return figure
        .map(found -> Cell.percent(found.value(), Optional.of(found.interval())))
        .orElseGet(() -> Cell.percent(OptionalDouble.empty()));
  }
}
