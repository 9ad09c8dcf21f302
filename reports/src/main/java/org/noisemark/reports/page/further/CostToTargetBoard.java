package org.noisemark.reports.page.further;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static org.noisemark.reports.page.further.Column.number;
import static org.noisemark.reports.page.further.Column.optimizer;
import static org.noisemark.reports.page.further.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.noisemark.reports.boards.CostToTarget.Row;
import org.noisemark.reports.boards.CostToTarget.Target;
import org.noisemark.reports.page.further.FurtherBoard.Origin;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Metric;

/** What methods take to reach the first reference's accuracy. */
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
    List<String> references = shown.derived().references().optimizers();
    String first = references.get(0);
    var columns = new ArrayList<Column<Row>>();
    columns.add(optimizer(rows, row -> row.standing().method()));
    columns.add(text("Target", row -> target(row.target(), first)));
    columns.add(number("Accuracy", row -> Cell.percent(OptionalDouble.of(row.accuracy()))));
    columns.add(number("Runs that reached it", CostToTargetBoard::reached));
    columns.addAll(cost("Gradient evaluations", Metric.GRADIENT_EVALUATIONS, 0, references));
    columns.addAll(cost("Seconds", Metric.TRAIN_TIME, 1, references));
    return new FurtherBoard<>(
        "cost-to-target",
        "Cost to reach a target accuracy",
        String.format(
                Locale.ROOT,
                "Median cost up to the first epoch at or above the target, the mean final accuracy of %s",
                first)
            + " under the same noise or 95 % of that; a run that never gets there is a miss, which counts"
            + " as infinite. No method may stop there: it takes the test set to know.",
        Origin.of(Row::standing),
        Column.keyed(
            shown, row -> row.standing().setting(), row -> row.standing().level().label(), columns),
        rows);
  }

  private static String target(Target target, String reference) {
    return switch (target) {
      case FINAL -> reference + "'s final";
      case FINAL_95_PERCENT -> "95 % of " + reference + "'s";
    };
  }

  /** The median, and it as a multiple of each reference's. */
  private static List<Column<Row>> cost(
      String heading, Metric metric, int decimals, List<String> references) {
    var columns = new ArrayList<Column<Row>>();
    columns.add(number(heading, row -> Cell.number(row.median(metric), decimals)));
    references.forEach(
        optimizer ->
            columns.add(number("× " + optimizer, row -> multiple(row, metric, optimizer))));
    return columns;
  }

  private static Cell reached(Row row) {
    return Cell.number(
        row.reached(),
        String.format(Locale.ROOT, "%d of %d", row.reached(), row.standing().runs().size()));
  }

  private static Cell multiple(Row row, Metric metric, String optimizer) {
    return Cell.number(row.ratio(metric, optimizer), 2).from(row.compared(optimizer));
  }
}
