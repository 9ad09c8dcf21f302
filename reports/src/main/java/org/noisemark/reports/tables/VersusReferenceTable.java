package org.noisemark.reports.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.VersusReference;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;

/**
 * versus_reference.csv: what each method costs against a reference, and what accuracy that buys.
 */
public final class VersusReferenceTable {
  public static final Table<VersusReference> TABLE =
      new Table<>(
          "versus_reference",
          "One row a method, a reference that is another optimizer, data set, noise, rate and"
              + " network: the difference of its final test accuracy to the reference's, paired by"
              + " seed, and its cost as a multiple of the reference's on the same labels. Of several"
              + " rows of the reference, the one that agrees in most hyper-parameters.",
          Stream.of(what(), accuracy(), cost(), setting()).flatMap(List::stream).toList(),
          Stream.concat(KeyColumns.UNDER_NOISE.stream(), Stream.of("reference")).toList(),
          List.of());

  private VersusReferenceTable() {}

  private static List<Column<VersusReference>> what() {
    return Stream.concat(
            KeyColumns.<VersusReference>underNoise(
                row -> row.standing().setting(),
                row -> row.standing().level(),
                row -> row.standing().method())
                .stream(),
            Stream.of(
                KeyColumns.<VersusReference>text(
                    "reference",
                    "Name of the optimizer that it is compared with",
                    row -> row.reference().method().optimizer())))
        .toList();
  }

  private static List<Column<VersusReference>> accuracy() {
    Function<VersusReference, Optional<Estimate>> estimate =
        Difference.estimates(VersusReference::difference);
    return Stream.of(
            EstimateColumns.difference(
                "delta", "of the final test accuracy", VersusReference::difference)
                .stream(),
            Stream.of(
                Column.<VersusReference>count(
                    "delta_seeds",
                    "",
                    "Seeds common with the reference",
                    row -> estimate.apply(row).map(Estimate::n)),
                EstimateColumns.method("delta_interval_method", estimate)))
        .flatMap(Function.identity())
        .toList();
  }

  private static List<Column<VersusReference>> cost() {
    return List.of(
        ratio("gradient_evaluations", Metric.GRADIENT_EVALUATIONS),
        ratio("flops", Metric.FLOPS),
        ratio("train_time", Metric.TRAIN_TIME),
        ratio("energy_cpu", Metric.ENERGY_CPU),
        ratio("energy_gpu", Metric.ENERGY_GPU),
        ratio("money", Metric.MONEY));
  }

  private static Column<VersusReference> ratio(String name, Metric metric) {
    return Column.amount(
        name + "_ratio",
        "ratio",
        String.format(
                Locale.ROOT,
                "Mean %s of the runs with status ok as a multiple of the reference's; empty where not",
                metric.column())
            + " measured",
        row -> row.ratio(metric));
  }

  private static List<Column<VersusReference>> setting() {
    return Stream.concat(
            KeyColumns.<VersusReference>rest(
                row -> row.standing().setting(), row -> row.standing().method())
                .stream(),
            Stream.of(
                KeyColumns.<VersusReference>text(
                    "reference_hyperparameters_json",
                    "Those of the reference",
                    row -> row.reference().method().hyperparametersJson())))
        .toList();
  }
}
