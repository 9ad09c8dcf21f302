package org.noisemark.reports.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.boards.CostToTarget.Measure;
import org.noisemark.reports.boards.CostToTarget.Row;
import org.noisemark.reports.boards.CostToTarget.Target;

/** cost_to_target.csv: one row a method, noise and target accuracy. */
public final class CostToTargetTable {
  private static final String MEDIAN =
      "Median over all runs, a miss being infinite and the median then empty, of what a run took up"
          + " to its first evaluated epoch at or above the target: ";

  public static final Table<Row> TABLE =
      new Table<>(
          "cost_to_target",
          "One row a method, data set, noise, rate, network and target. Targets come from the data:"
              + " sgd-final is SGD's mean final test accuracy under the same noise, of the SGD with"
              + " the usual epochs, and sgd-final-95-percent is 95 % of it. A run that never gets"
              + " there, or failed, is a miss: counted, never dropped. No method may stop there by"
              + " itself, for it takes the test set to know.",
          Stream.of(leading(), measures(), rest()).flatMap(List::stream).toList(),
          List.of(
              "suite_version",
              "dataset",
              "noise",
              "noise_rate",
              "network",
              "optimizer",
              "target",
              "suite",
              "engine",
              "device",
              "precision",
              "hyperparameters_json"),
          List.of());

  private CostToTargetTable() {}

  private static List<Column<Row>> leading() {
    return Stream.concat(
            KeyColumns.<Row>underNoise(
                row -> row.standing().setting(),
                row -> row.standing().level(),
                row -> row.standing().method())
                .stream(),
            Stream.of(
                KeyColumns.<Row>text("target", "Rule of the target", row -> row.target().label())
                    .with("enum", Arrays.stream(Target.values()).map(Target::label).toList()),
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

  private static List<Column<Row>> measures() {
    return Stream.of(
            relative(
                Measure.GRADIENT_EVALUATIONS,
                "gradient_evaluations",
                "passes",
                "forward and backward passes over one mini-batch"),
            relative(Measure.TRAIN_SECONDS, "train_time", "seconds", "time in training steps"),
            List.of(
                energy(Measure.ENERGY_CPU_JOULES, "energy_cpu"),
                energy(Measure.ENERGY_GPU_JOULES, "energy_gpu")))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> relative(
      Measure measure, String name, String unit, String description) {
    String suffix = unit.equals("seconds") ? "_seconds" : "";
    return Stream.concat(
            Stream.of(
                Column.<Row>amount(
                    name + "_to_target_median" + suffix,
                    unit,
                    MEDIAN + description,
                    row -> row.median(measure))),
            Stream.of("sgd", "psam")
                .map(
                    optimizer ->
                        Column.<Row>amount(
                            "%s_to_target_vs_%s_ratio".formatted(name, optimizer),
                            "ratio",
                            "The median as a multiple of that of %s; empty if either is a miss"
                                .formatted(optimizer),
                            row -> row.ratio(measure, optimizer))))
        .toList();
  }

  private static Column<Row> energy(Measure measure, String name) {
    return Column.amount(
        name + "_to_target_median_joules",
        "joules",
        MEDIAN
            + "energy; empty unless every run was read, which is known of whole runs only, so where"
            + " the target is reached in the last epoch",
        row -> row.median(measure));
  }

  private static List<Column<Row>> rest() {
    return KeyColumns.rest(row -> row.standing().setting(), row -> row.standing().method());
  }
}
