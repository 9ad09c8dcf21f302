package org.noisemark.reports;

import static org.noisemark.reports.Column.count;
import static org.noisemark.reports.Column.number;
import static org.noisemark.reports.Column.share;
import static org.noisemark.reports.Column.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.RunRecord.Accuracy;
import org.noisemark.reports.RunRecord.Status;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** leaderboard.csv: one row a method, data set, noise, rate and network. */
final class LeaderboardTable {
  private static final String INTERVAL = "95 %% interval, by the method in %s";
  private static final String MEAN = "Mean per run over the runs with status ok, empty if none: ";

  static final Table<Standing> TABLE =
      new Table<>(
          "leaderboard",
          "One row a method, data set, noise, rate and network. Ranked by the mean final test"
              + " accuracy over seeds within the same suite, data set, noise, rate, network,"
              + " engine, device and precision. A failed run counts as chance, 1 / classes.",
          Stream.of(leading(), comparison(), means(), counts()).flatMap(List::stream).toList(),
          List.of(
              "suite_version",
              "dataset",
              "noise",
              "noise_rate",
              "network",
              "optimizer",
              "suite",
              "engine",
              "device",
              "precision",
              "hyperparameters_json"),
          List.of(new Table.ForeignKey("environment_id", "environments")));

  private LeaderboardTable() {}

  private static List<Column<Standing>> leading() {
    return List.of(
        text("suite_version", "Version of the suite", row -> row.setting().suiteVersion()),
        text("dataset", "Name of the data set", row -> row.setting().dataset()),
        text(
            "noise",
            "Specification of the label noise with its version, or clean",
            row -> row.level().noise()),
        Column.<Standing>share("noise_rate", "Nominal noise rate", row -> row.level().rate())
            .required(),
        text("network", "Name of the network", row -> row.setting().network()),
        text("optimizer", "Name of the optimizer", row -> row.method().optimizer()),
        count("rank", "", "1 is the highest mean; equal means share a rank", Standing::rank),
        Column.<Standing>count(
                "seeds",
                "",
                "Pairs of training seed and noise seed averaged over, failed runs included",
                row -> row.accuracy().map(Estimate::n).orElse(0))
            .required(),
        share(
            "test_accuracy_final_mean_ratio",
            "Mean test accuracy after the last epoch",
            mean(Standing::accuracy)),
        Column.amount(
            "test_accuracy_final_sd_ratio",
            "ratio",
            "Standard deviation over seeds, divisor n - 1",
            row -> row.accuracy().map(Estimate::sd)),
        number(
            "test_accuracy_final_ci_low_ratio",
            "ratio",
            INTERVAL.formatted("interval_method"),
            low(Standing::accuracy)),
        number(
            "test_accuracy_final_ci_high_ratio",
            "ratio",
            INTERVAL.formatted("interval_method"),
            high(Standing::accuracy)),
        number(
            "delta_vs_sgd_mean_ratio",
            "ratio",
            "Mean difference to sgd over common seeds; of several sgd rows, the one that agrees in"
                + " most hyper-parameters",
            mean(Standing::versusSgd)),
        number(
            "delta_vs_sgd_ci_low_ratio",
            "ratio",
            "Paired by seed, " + INTERVAL.formatted("delta_vs_sgd_interval_method"),
            low(Standing::versusSgd)),
        number(
            "delta_vs_sgd_ci_high_ratio",
            "ratio",
            "Paired by seed, " + INTERVAL.formatted("delta_vs_sgd_interval_method"),
            high(Standing::versusSgd)),
        mean(Metric.GRADIENT_EVALUATIONS),
        mean(Metric.TRAIN_TIME));
  }

  private static List<Column<Standing>> comparison() {
    return List.of(
        text("suite", "Name of the suite", row -> row.setting().suite()),
        text("engine", "Name of the engine", row -> row.setting().engine()),
        text("device", "cpu or cuda", row -> row.setting().device()),
        text("precision", "Type of the numbers trained on", row -> row.setting().precision()),
        text(
            "hyperparameters_json",
            "All hyper-parameters, a JSON object with sorted keys",
            row -> row.method().hyperparametersJson()),
        method("interval_method", Standing::accuracy),
        count(
            "delta_vs_sgd_seeds",
            "",
            "Seeds common with sgd",
            row -> row.versusSgd().map(Estimate::n)),
        method("delta_vs_sgd_interval_method", Standing::versusSgd),
        number(
            "delta_vs_best_mean_ratio",
            "ratio",
            "Mean difference over common seeds to the method ranked first",
            mean(Standing::versusBest)),
        number(
            "delta_vs_best_ci_low_ratio",
            "ratio",
            "Paired by seed, 95 % interval",
            low(Standing::versusBest)),
        number(
            "delta_vs_best_ci_high_ratio",
            "ratio",
            "Paired by seed, 95 % interval",
            high(Standing::versusBest)),
        truth(
            "rank_tied",
            "Whether the paired interval of the difference to the method ranked first contains 0;"
                + " for that method, whether any other's does; empty under two common seeds",
            Standing::tied));
  }

  private static List<Column<Standing>> means() {
    return List.of(
        share(
            "test_accuracy_selected_mean_ratio",
            "Mean test accuracy at the epoch chosen on the noisy validation split; a failed run"
                + " counts as chance",
            row -> Leaderboard.mean(row.runs(), Accuracy::selected)),
        share(
            "test_accuracy_best_mean_ratio",
            "Mean of the best test accuracy over epochs, an oracle; a failed run counts as chance",
            row -> Leaderboard.mean(row.runs(), Accuracy::best)),
        share(
            "test_accuracy_best_minus_final_mean_ratio",
            "Mean test accuracy lost between the best epoch and the last",
            row ->
                row.runs().stream()
                    .filter(Run::ok)
                    .map(run -> run.record().accuracy())
                    .mapToDouble(accuracy -> accuracy.best() - accuracy.last())
                    .average()),
        mean(Metric.EFFECTIVE_RATE),
        mean(Metric.CLEAN_SUBSET_ACCURACY),
        mean(Metric.FLIPPED_NOISY_ACCURACY),
        mean(Metric.FLIPPED_TRUE_ACCURACY));
  }

  private static List<Column<Standing>> counts() {
    Stream<Column<Standing>> byStatus =
        Arrays.stream(Status.values())
            .map(
                status ->
                    Column.<Standing>count(
                            "runs_" + Run.label(status) + "_total",
                            "runs",
                            "Runs with status " + Run.label(status),
                            row -> Run.count(row.runs(), status))
                        .required());
    return Stream.concat(byStatus, Stream.of(EnvironmentsTable.reference(Standing::runs))).toList();
  }

  private static Column<Standing> mean(Metric metric) {
    return Column.amount(
        metric.column(),
        metric.unit(),
        MEAN + metric.description(),
        row -> metric.mean(row.runs()));
  }

  private static Column<Standing> text(
      String name, String description, Function<Standing, String> value) {
    return Column.string(name, description, value).required();
  }

  private static Column<Standing> method(
      String name, Function<Standing, Optional<Estimate>> estimate) {
    return Column.<Standing>string(
            name,
            "student-t for 2 to 7 seeds, bca-bootstrap (9999 resamples, fixed seed) from 8, none"
                + " for 1",
            row -> estimate.apply(row).map(found -> found.method().label()))
        .with("enum", Arrays.stream(Estimate.Method.values()).map(Estimate.Method::label).toList());
  }

  private static Function<Standing, Object> mean(Function<Standing, Optional<Estimate>> estimate) {
    return row -> estimate.apply(row).map(Estimate::mean);
  }

  private static Function<Standing, Object> low(Function<Standing, Optional<Estimate>> estimate) {
    return row -> estimate.apply(row).flatMap(Estimate::interval).map(Interval::low);
  }

  private static Function<Standing, Object> high(Function<Standing, Optional<Estimate>> estimate) {
    return row -> estimate.apply(row).flatMap(Estimate::interval).map(Interval::high);
  }
}
