package org.noisemark.reports.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.noisemark.reports.boards.CostToTarget.Row;
import org.noisemark.reports.boards.CostToTarget.Target;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;

/** cost_to_target.csv: one row a method, noise and target accuracy. */
public final class CostToTargetTable {
  private static final String MEDIAN =
      "Median over all runs, a miss being infinite and the median then empty, of what a run took up"
          + " to its first evaluated epoch at or above the target: ";

  public static Table<Row> of(References references) {
    return new Table<>(
        "cost_to_target",
        "One row a method, data set, noise, rate, network and target. Targets come from the data:"
            + String.format(
                Locale.ROOT,
                " %s is the mean final test accuracy of %s with the usual epochs under the same",
                Target.FINAL.label(references.first()),
                references.first())
            + String.format(
                Locale.ROOT,
                " noise, and %s is 95 %% of it. A run",
                Target.FINAL_95_PERCENT.label(references.first()))
            + " that never gets"
            + " there, or failed, is a miss: counted, never dropped. No method may stop there by"
            + " itself, for it takes the test set to know.",
        Stream.of(leading(references.first()), metrics(references), rest())
            .flatMap(List::stream)
            .toList(),
        KeyColumns.key(
            "suite_version", "dataset", "noise", "noise_rate", "network", "optimizer", "target"),
        List.of());
  }

  private CostToTargetTable() {}

  private static List<Column<Row>> leading(String reference) {
    return Stream.concat(
            KeyColumns.<Row>underNoise(
                row -> row.standing().setting(),
                row -> row.standing().level(),
                row -> row.standing().method())
                .stream(),
            Stream.of(
                KeyColumns.<Row>text(
                        "target", "Rule of the target", row -> row.target().label(reference))
                    .with(
                        "enum",
                        Arrays.stream(Target.values())
                            .map(target -> target.label(reference))
                            .toList()),
                Column.<Row>share("target_accuracy_ratio", "Test accuracy to reach", Row::accuracy)
                    .required(),
                Column.<Row>count(
                        "runs_total",
                        "runs",
                        "Runs, failed ones included",
                        row -> row.standing().runs().size())
                    .required(),
                Column.<Row>count(
                        "runs_reached_total", "runs", "Runs that reached the target", Row::reached)
                    .required()))
        .toList();
  }

  private static List<Column<Row>> metrics(References references) {
    return Stream.of(
            relative(references, Metric.GRADIENT_EVALUATIONS, "gradient_evaluations", ""),
            relative(references, Metric.TRAIN_TIME, "train_time", "_seconds"),
            List.of(
                energy(Metric.ENERGY_CPU, "energy_cpu"), energy(Metric.ENERGY_GPU, "energy_gpu")))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> relative(
      References references, Metric metric, String name, String suffix) {
    return Stream.concat(
            Stream.of(
                Column.<Row>amount(
                    name + "_to_target_median" + suffix,
                    metric.unit(),
                    MEDIAN + metric.description(),
                    row -> row.median(metric))),
            references.optimizers().stream()
                .map(
                    optimizer ->
                        Column.<Row>amount(
                            String.format(Locale.ROOT, "%s_to_target_vs_%s_ratio", name, optimizer),
                            "ratio",
                            String.format(
                                Locale.ROOT,
                                "The median as a multiple of that of %s; empty if either is a miss",
                                optimizer),
                            row -> row.ratio(metric, optimizer))))
        .toList();
  }

  private static Column<Row> energy(Metric metric, String name) {
    return Column.amount(
        name + "_to_target_median_joules",
        metric.unit(),
        MEDIAN
            + "energy; empty unless every run was read, which is known of whole runs only, so where"
            + " the target is reached in the last epoch",
        row -> row.median(metric));
  }

  private static List<Column<Row>> rest() {
    return KeyColumns.rest(row -> row.standing().setting(), row -> row.standing().method());
  }
}
