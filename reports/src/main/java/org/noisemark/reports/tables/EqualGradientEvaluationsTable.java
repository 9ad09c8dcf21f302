package org.noisemark.reports.tables;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.EqualGradientEvaluations.Row;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.statistics.Estimate;

/** equal_gradient_evaluations.csv: the leaderboard among methods of equal cost. */
public final class EqualGradientEvaluationsTable {
  public static Table<Row> of(References references) {
    return new Table<>(
        "equal_gradient_evaluations",
        "One row a method, data set, noise, rate and network, ranked by the mean final test"
            + " accuracy over seeds among the methods that take as many gradient evaluations: at"
            + " most 1 % more than the fewest of them. Beside"
            + " it stands the rank among the methods that train for as many epochs.",
        Stream.of(leading(), accuracy(references.first()), rest(references.first()))
            .flatMap(List::stream)
            .toList(),
        KeyColumns.UNDER_NOISE,
        List.of(new Table.ForeignKey("environment_id", "environments")));
  }

  private EqualGradientEvaluationsTable() {}

  private static List<Column<Row>> leading() {
    return Stream.concat(
            KeyColumns.<Row>underNoise(
                row -> row.equalCost().setting(),
                row -> row.equalCost().level(),
                row -> row.equalCost().method())
                .stream(),
            Stream.of(
                Column.<Row>amount(
                    "gradient_evaluations_budget",
                    "passes",
                    "The fewest gradient evaluations of a run among the methods ranked with each"
                        + " other; empty if no run of the method ended well",
                    Row::budget),
                Column.<Row>amount(
                    Metric.GRADIENT_EVALUATIONS.column(),
                    Metric.GRADIENT_EVALUATIONS.unit(),
                    "Mean per run with status ok: " + Metric.GRADIENT_EVALUATIONS.description(),
                    row -> Metric.GRADIENT_EVALUATIONS.mean(row.equalCost().runs())),
                Column.<Row>count(
                    "epochs",
                    "epochs",
                    "Epochs asked for",
                    row -> LeaderboardTable.epochs(row.equalCost().method())),
                Column.<Row>count(
                    "rank",
                    "",
                    "1 is the highest mean at equal gradient evaluations; empty without a rival",
                    row -> row.equalCost().rank()),
                Column.<Row>count(
                    "rank_equal_epochs",
                    "",
                    "Rank in leaderboard.csv",
                    row -> row.equalEpochs().rank()),
                Column.<Row>count(
                        "seeds",
                        "",
                        "Pairs of training seed and noise seed averaged over, failed runs included",
                        row -> row.equalCost().accuracy().map(Estimate::n).orElse(0))
                    .required()))
        .toList();
  }

  private static List<Column<Row>> accuracy(String reference) {
    return Stream.of(
            EstimateColumns.<Row>estimate(
                "test_accuracy_final",
                "test accuracy after the last epoch",
                row -> row.equalCost().accuracy()),
            EstimateColumns.<Row>difference(
                "delta_vs_" + reference,
                String.format(Locale.ROOT, "to %s of as many gradient evaluations", reference),
                row -> row.equalCost().versusReference()),
            EstimateColumns.<Row>difference(
                String.format(Locale.ROOT, "delta_vs_%s_equal_epochs", reference),
                String.format(Locale.ROOT, "to %s of as many epochs", reference),
                row -> row.equalEpochs().versusReference()),
            EstimateColumns.<Row>difference(
                "delta_vs_best",
                "to the method ranked first at equal gradient evaluations",
                row -> row.equalCost().versusBest()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> rest(String reference) {
    return Stream.of(
            Stream.of(
                Column.<Row>amount(
                    Metric.TRAIN_TIME.column(),
                    Metric.TRAIN_TIME.unit(),
                    "Mean per run with status ok: " + Metric.TRAIN_TIME.description(),
                    row -> Metric.TRAIN_TIME.mean(row.equalCost().runs()))),
            KeyColumns.<Row>rest(row -> row.equalCost().setting(), row -> row.equalCost().method())
                .stream(),
            Stream.of(
                EstimateColumns.<Row>method("interval_method", row -> row.equalCost().accuracy()),
                EnvironmentsTable.<Row>reference(row -> row.equalCost().runs())),
            EstimateColumns.<Row>verdict(Row::equalCost).stream(),
            EstimateColumns.<Row>difference(
                "selected_delta_vs_" + reference,
                String.format(
                        Locale.ROOT,
                        "to %s of as many gradient evaluations, both at the epoch that the noisy",
                        reference)
                    + " validation split selects",
                row -> row.equalCost().selectedVersusReference())
                .stream())
        .flatMap(Function.identity())
        .toList();
  }
}
