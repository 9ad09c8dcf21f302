package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.Column.amount;
import static org.noisemark.reports.tables.Column.count;
import static org.noisemark.reports.tables.Column.number;
import static org.noisemark.reports.tables.Column.string;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.VersusPsam;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** versus_psam.csv: what each method costs against PSAM, and what accuracy that buys. */
public final class VersusPsamTable {
  public static final Table<VersusPsam> TABLE =
      new Table<>(
          "versus_psam",
          "One row a method other than PSAM, data set, noise, rate and network: the difference of"
              + " its final test accuracy to PSAM's, paired by seed, and its cost as a multiple of"
              + " PSAM's on the same labels. Of several rows of PSAM, the one that agrees in most"
              + " hyper-parameters.",
          Stream.of(what(), accuracy(), cost(), setting()).flatMap(List::stream).toList(),
          KeyColumns.UNDER_NOISE,
          List.of());

  private VersusPsamTable() {}

  private static List<Column<VersusPsam>> what() {
    return KeyColumns.underNoise(
        row -> row.standing().setting(),
        row -> row.standing().level(),
        row -> row.standing().method());
  }

  private static List<Column<VersusPsam>> accuracy() {
    return List.of(
        number(
            "delta_vs_psam_mean_ratio",
            "ratio",
            "Mean difference of the final test accuracy over common seeds; positive where better"
                + " than PSAM",
            estimate(Estimate::mean)),
        number("delta_vs_psam_ci_low_ratio", "ratio", "Paired by seed, 95 % interval", bound(true)),
        number(
            "delta_vs_psam_ci_high_ratio", "ratio", "Paired by seed, 95 % interval", bound(false)),
        count("delta_vs_psam_seeds", "", "Seeds common with PSAM", estimate(Estimate::n)),
        string(
            "delta_vs_psam_interval_method",
            "student-t for 2 to 7 seeds, bca-bootstrap from 8, none for 1",
            estimate(estimate -> estimate.method().label())));
  }

  private static List<Column<VersusPsam>> cost() {
    return List.of(
        ratio("gradient_evaluations", Metric.GRADIENT_EVALUATIONS),
        ratio("flops", Metric.FLOPS),
        ratio("train_time", Metric.TRAIN_TIME),
        ratio("energy_cpu", Metric.ENERGY_CPU),
        ratio("energy_gpu", Metric.ENERGY_GPU),
        ratio("money", Metric.MONEY));
  }

  private static Column<VersusPsam> ratio(String name, Metric metric) {
    return amount(
        name + "_vs_psam_ratio",
        "ratio",
        "Mean %s of the runs with status ok as a multiple of PSAM's; empty where not measured"
            .formatted(metric.column()),
        row -> row.ratio(metric));
  }

  private static List<Column<VersusPsam>> setting() {
    return Stream.concat(
            KeyColumns.<VersusPsam>rest(
                row -> row.standing().setting(), row -> row.standing().method())
                .stream(),
            Stream.of(
                KeyColumns.<VersusPsam>text(
                    "psam_hyperparameters_json",
                    "Those of PSAM that it is compared with",
                    row -> row.psam().method().hyperparametersJson())))
        .toList();
  }

  private static Function<VersusPsam, Object> estimate(Function<Estimate, Object> value) {
    return row -> row.difference().map(Difference::estimate).map(value);
  }

  private static Function<VersusPsam, Object> bound(boolean low) {
    Function<Interval, Double> end = low ? Interval::low : Interval::high;
    return row -> {
      Optional<Interval> interval =
          row.difference().flatMap(difference -> difference.estimate().interval());
      return interval.map(end);
    };
  }
}
