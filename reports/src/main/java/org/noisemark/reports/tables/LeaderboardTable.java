package org.noisemark.reports.tables;

import static org.noisemark.reports.tables.Column.share;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;

/** leaderboard.csv: one row a method, data set, noise, rate and network. */
public final class LeaderboardTable {
  private static final String MEAN = "Mean per run over the runs with status ok, empty if none: ";

  public static Table<Standing> of(References references) {
    return new Table<>(
        "leaderboard",
        "One row a method, data set, noise, rate and network. Ranked by the mean final test"
            + " accuracy over seeds within the same suite, data set, noise, rate, network,"
            + " engine, device, precision and epochs. A failed run counts as chance, 1 / classes.",
        Stream.of(
                leading(references.first()),
                comparison(references.first()),
                means(),
                counts(),
                oracleGap(),
                EstimateColumns.verdict(Function.<Standing>identity()),
                EstimateColumns.<Standing>difference(
                    "selected_delta_vs_" + references.first(),
                    String.format(
                            Locale.ROOT,
                            "to %s of as many epochs, both at the epoch that the noisy validation split",
                            references.first())
                        + " selects",
                    Standing::selectedVersusReference))
            .flatMap(List::stream)
            .toList(),
        KeyColumns.UNDER_NOISE,
        List.of(new Table.ForeignKey("environment_id", "environments")));
  }

  private LeaderboardTable() {}

  private static List<Column<Standing>> leading(String reference) {
    return Stream.of(
            KeyColumns.underNoise(Standing::setting, Standing::level, Standing::method).stream(),
            Stream.of(
                Column.<Standing>count(
                    "rank",
                    "",
                    "1 is the highest mean among the methods that train for as many epochs; equal"
                        + " means share a rank; empty without a rival",
                    Standing::rank),
                Column.<Standing>count(
                        "seeds",
                        "",
                        "Pairs of training seed and noise seed averaged over, failed runs included",
                        row -> row.accuracy().map(Estimate::n).orElse(0))
                    .required()),
            EstimateColumns.estimate(
                "test_accuracy_final",
                "test accuracy after the last epoch; interval by the method in interval_method",
                Standing::accuracy)
                .stream(),
            EstimateColumns.difference(
                "delta_vs_" + reference,
                String.format(
                        Locale.ROOT,
                        "to %s of as many epochs; of several rows of it, to the one that agrees in most",
                        reference)
                    + String.format(
                        Locale.ROOT,
                        " hyper-parameters; interval by the method in delta_vs_%s_interval_method",
                        reference),
                Standing::versusReference)
                .stream(),
            Stream.of(mean(Metric.GRADIENT_EVALUATIONS), mean(Metric.TRAIN_TIME)))
        .flatMap(Function.identity())
        .toList();
  }

  private static List<Column<Standing>> comparison(String reference) {
    return Stream.of(
            KeyColumns.rest(Standing::setting, Standing::method).stream(),
            Stream.of(
                EstimateColumns.method("interval_method", Standing::accuracy),
                Column.<Standing>count(
                    String.format(Locale.ROOT, "delta_vs_%s_seeds", reference),
                    "",
                    "Seeds common with " + reference,
                    row -> row.versusReference().map(difference -> difference.estimate().n())),
                EstimateColumns.method(
                    String.format(Locale.ROOT, "delta_vs_%s_interval_method", reference),
                    Difference.estimates(Standing::versusReference))),
            EstimateColumns.difference(
                "delta_vs_best", "to the method ranked first", Standing::versusBest)
                .stream())
        .flatMap(Function.identity())
        .toList();
  }

  private static List<Column<Standing>> means() {
    return List.of(
        share(
            "test_accuracy_selected_mean_ratio",
            "Mean test accuracy at the epoch chosen on the noisy validation split; a failed run"
                + " counts as chance",
            row -> Leaderboard.mean(row.runs(), Metric.TEST_ACCURACY_SELECTED)),
        share(
            "test_accuracy_best_mean_ratio",
            "Mean of the best test accuracy over epochs, an oracle; a failed run counts as chance",
            row -> Leaderboard.mean(row.runs(), Metric.TEST_ACCURACY_BEST)),
        share(
            "test_accuracy_best_minus_final_mean_ratio",
            "Mean test accuracy lost between the best epoch and the last",
            row -> row.oracleGap().map(Estimate::mean)),
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
                            "runs_" + status.label() + "_total",
                            "runs",
                            "Runs with status " + status.label(),
                            row -> Run.count(row.runs(), status))
                        .required());
    return Stream.concat(byStatus, Stream.of(EnvironmentsTable.reference(Standing::runs))).toList();
  }

  /** Beside the mean, which stood among the others first. */
  private static List<Column<Standing>> oracleGap() {
    String name = "test_accuracy_best_minus_final";
    return Stream.concat(
            Stream.of(
                Column.<Standing>count(
                    "epochs", "epochs", "Epochs asked for", row -> epochs(row.method())),
                EstimateColumns.<Standing>sd(
                    name,
                    "Standard deviation over the runs with status ok, divisor n - 1, of the oracle"
                        + " gap: the best epoch's test accuracy less the last one's",
                    Standing::oracleGap)),
            EstimateColumns.<Standing>interval(
                name, "95 % interval of the mean oracle gap", Standing::oracleGap))
        .toList();
  }

  /** Empty where the records do not say. */
  static Long epochs(Method method) {
    return method.epochs() == 0 ? null : Long.valueOf(method.epochs());
  }

  static Column<Standing> mean(Metric metric) {
    return Column.amount(
        metric.column(),
        metric.unit(),
        MEAN + metric.description(),
        row -> metric.mean(row.runs()));
  }
}
