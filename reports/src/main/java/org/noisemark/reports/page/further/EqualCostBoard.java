package org.noisemark.reports.page.further;

import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;

import java.util.List;
import org.noisemark.reports.boards.EqualGradientEvaluations.Row;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Shown;

/** Methods of equal cost, ranked among themselves. */
final class EqualCostBoard {
  private EqualCostBoard() {}

  static FurtherBoard<Row> of(Shown shown) {
    List<Row> rows = shown.derived().equalGradientEvaluations();
    return new FurtherBoard<>(
        "equal-cost",
        "Equal gradient evaluations",
        "Methods that take equally many gradient evaluations, within 1 %, ranked against each"
            + " other; a method without a rival of its cost is left out.",
        Origin.of(Row::equalCost),
        Column.keyed(
            shown,
            row -> row.equalCost().setting(),
            row -> row.equalCost().level().label(),
            List.of(
                optimizer(rows, row -> row.equalCost().method()),
                number("Gradient evaluations", row -> Cell.number(row.budget(), 0)),
                number("Rank", row -> Cell.number(row.equalCost().rank().getAsInt())),
                number("Last epoch", row -> Cell.percent(row.equalCost().accuracy())),
                number(
                    "Against " + shown.derived().references().first(),
                    row ->
                        Cell.versusReference(
                            row.equalCost().isCompared(), row.equalCost().versusReference())),
                number(
                    "The same at the selected epoch",
                    row ->
                        Cell.versusReference(
                            row.equalCost().isCompared(),
                            row.equalCost().selectedVersusReference())))),
        rows.stream().filter(row -> row.equalCost().rank().isPresent()).toList());
  }
}
