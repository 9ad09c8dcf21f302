package org.noisemark.reports.page.further;

import static java.util.stream.Collectors.joining;
import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;
import static org.noisemark.reports.page.further.Column.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Robustness.Figure;
import org.noisemark.reports.boards.Robustness.Row;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;

/** Methods over the rates of each kind of noise. */
final class RobustnessBoard {
  private RobustnessBoard() {}

  static FurtherBoard<Row> of(Shown shown) {
    List<Row> rows = shown.derived().robustness();
    String reference = shown.derived().references().first();
    return new FurtherBoard<>(
        "robustness",
        "Robustness over noise rates",
        "Area under the curve of final test accuracy against nominal rate, divided by the range of"
            + " rates; accuracy at the highest rate; drop from clean labels. In percent, with the"
            + String.format(
                Locale.ROOT, " difference to %s of as many epochs, paired by seed.", reference),
        new Origin<>(Row::setting, row -> levels(shown, row), Row::runs),
        Column.keyed(
            shown,
            Row::setting,
            Row::noise,
            List.of(
                text("Rates", row -> rates(row.rates())),
                optimizer(rows, Row::method),
                number("Area", row -> Cell.percent(row.area().own())),
                versus(reference, Row::area),
                number("At the highest rate", row -> Cell.percent(row.worst().own())),
                versus(reference, Row::worst),
                number("Drop from clean", row -> Cell.percent(row.drop().own())),
                versus(reference, Row::drop))),
        rows);
  }

  private static Column<Row> versus(String reference, Function<Row, Figure> figure) {
    return number(
        "Against " + reference,
        row ->
            Cell.versusReference(
                !row.method().optimizer().equals(reference), figure.apply(row).versusReference()));
  }

  private static List<NoiseLevel> levels(Shown shown, Row row) {
    return shown.levels().stream()
        .filter(level -> level.clean() || level.noise().equals(row.noise()))
        .toList();
  }

  /** "0 % to 60 %". */
  private static String rates(List<Double> rates) {
    return Stream.of(rates.get(0), rates.get(rates.size() - 1))
        .map(rate -> Figures.fixed(100 * rate, 0) + " %")
        .distinct()
        .collect(joining(" to "));
  }
}
