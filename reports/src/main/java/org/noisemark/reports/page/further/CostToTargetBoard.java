package org.noisemark.reports.page.further;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static org.noisemark.reports.boards.CostToTarget.Measure.GRADIENT_EVALUATIONS;
import static org.noisemark.reports.boards.CostToTarget.Measure.TRAIN_SECONDS;
import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;
import static org.noisemark.reports.page.further.Column.text;

import java.util.List;
import java.util.OptionalDouble;
import org.noisemark.reports.boards.CostToTarget.Measure;
import org.noisemark.reports.boards.CostToTarget.Row;
import org.noisemark.reports.boards.CostToTarget.Target;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Shown;

/** What methods take to reach SGD's accuracy. */
final class CostToTargetBoard {
  private CostToTargetBoard() {}

  static FurtherBoard<Row> of(Shown shown) {
    List<Row> rows =
        shown.derived().costToTarget().stream()
            .sorted(
                comparing((Row row) -> row.standing().setting())
                    .thenComparing(row -> row.standing().level())
                    .thenComparing(Row::target, reverseOrder())
                    .thenComparing(row -> row.standing().method()))
            .toList();
    return new FurtherBoard<>(
        "cost-to-target",
        "Cost to reach a target accuracy",
        "Median cost up to the first epoch at or above the target, SGD's mean final accuracy"
            + " under the same noise or 95 % of that; a run that never gets there is a miss, which counts"
            + " as infinite. No method may stop there: it takes the test set to know.",
        Origin.of(Row::standing),
        Column.keyed(
            shown,
            row -> row.standing().setting(),
            row -> row.standing().level().label(),
            List.of(
                optimizer(rows, row -> row.standing().method()),
                text("Target", row -> target(row.target())),
                number("Accuracy", row -> Cell.percent(OptionalDouble.of(row.accuracy()))),
                number("Runs that reached it", CostToTargetBoard::reached),
                number("Gradient evaluations", row -> median(row, GRADIENT_EVALUATIONS)),
                number("× SGD", row -> multiple(row, GRADIENT_EVALUATIONS, "sgd")),
                number("× PSAM", row -> multiple(row, GRADIENT_EVALUATIONS, "psam")),
                number("Seconds", row -> median(row, TRAIN_SECONDS)),
                number("× SGD", row -> multiple(row, TRAIN_SECONDS, "sgd")),
                number("× PSAM", row -> multiple(row, TRAIN_SECONDS, "psam")))),
        rows);
  }

  private static String target(Target target) {
    return switch (target) {
      case SGD_FINAL -> "SGD's final";
      case SGD_FINAL_95_PERCENT -> "95 % of SGD's";
    };
  }

  private static Cell reached(Row row) {
    return Cell.number(
        row.reached(), "%d of %d".formatted(row.reached(), row.standing().runs().size()));
  }

  private static Cell median(Row row, Measure measure) {
    return Cell.number(row.median(measure), measure == GRADIENT_EVALUATIONS ? 0 : 1);
  }

  private static Cell multiple(Row row, Measure measure, String optimizer) {
    return Cell.number(row.ratio(measure, optimizer), 2).from(row.compared(optimizer));
  }
}
