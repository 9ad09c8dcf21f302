package org.noisemark.reports.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Aggregate.Figure;
import org.noisemark.reports.boards.Aggregate.Row;
import org.noisemark.reports.results.References;
import org.noisemark.reports.statistics.Interval;

/** aggregate.csv: one row a method, over all data sets and noises. */
public final class AggregateTable {
  public static Table<Row> of(References references) {
    return new Table<>(
        "aggregate",
        "One row a method and network, over all data sets, noises and rates at once. Intervals"
            + " are 95 % percentiles of the stratified bootstrap (9999 resamples, fixed seed):"
            + " a stratum is a data set, noise and rate, seeds are drawn inside it, those of two"
            + " methods in pairs. A failed run counts as chance, 1 / classes.",
        Stream.of(leading(), figures(references.first()), rest()).flatMap(List::stream).toList(),
        KeyColumns.key("suite_version", "network", "optimizer"),
        List.of());
  }

  private AggregateTable() {}

  private static List<Column<Row>> leading() {
    return List.of(
        KeyColumns.text(
            "suite_version", "Version of the suite", row -> row.setting().suiteVersion()),
        KeyColumns.text(
            "datasets",
            "Names of the data sets, joined by a semicolon",
            row -> String.join("; ", row.datasets())),
        KeyColumns.text("network", "Name of the network", row -> row.setting().network()),
        KeyColumns.text("optimizer", "Name of the optimizer", row -> row.method().optimizer()),
        count("strata_total", "Data sets and noises at a rate, of all methods", Row::strata),
        count(
            "strata_missing_total",
            "Those of them without a run of this method; if any, no figure is given",
            Row::missing),
        count("runs_total", "Runs aggregated, failed ones included", Row::runs));
  }

  private static Column<Row> count(String name, String description, Function<Row, ?> value) {
    return Column.<Row>count(name, "", description, value).required();
  }

  private static List<Column<Row>> figures(String reference) {
    return Stream.of(
            figure(
                "accuracy_iqm",
                "Interquartile mean of the final test accuracies of all runs: a quarter of them is"
                    + " cut off at each end",
                Row::accuracy),
            figure(
                "accuracy_iqm_delta_vs_" + reference,
                String.format(
                    Locale.ROOT,
                    "The interquartile mean less that of %s of as many epochs, over common seeds",
                    reference),
                Row::versusReference),
            figure(
                "improvement_probability_vs_" + reference,
                String.format(
                        Locale.ROOT,
                        "Probability that a run beats one of %s of as many epochs in the same stratum, a",
                        reference)
                    + " tie counting half; mean over strata",
                Row::improvement),
            List.of(
                Column.<Row>share(
                    "sign_flip_p_value",
                    String.format(
                            Locale.ROOT,
                            "Two-sided p-value of the sign-flip test of the paired differences to %s, the",
                            reference)
                        + " mean over strata of the mean in each: exact up to 16 pairs, else 9999"
                        + " random assignments, fixed seed",
                    Row::pValue),
                Column.<Row>share(
                    "sign_flip_holm_p_value",
                    "The same by Holm's correction for the methods tested in this table's suite,"
                        + " network, engine, device and precision",
                    Row::holm)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> figure(
      String name, String description, Function<Row, Optional<Figure>> figure) {
    return List.of(
        Column.number(
            name + "_ratio", "ratio", description, row -> figure.apply(row).map(Figure::value)),
        Column.number(
            name + "_ci_low_ratio",
            "ratio",
            "95 % interval",
            row -> figure.apply(row).map(Figure::interval).map(Interval::low)),
        Column.number(
            name + "_ci_high_ratio",
            "ratio",
            "95 % interval",
            row -> figure.apply(row).map(Figure::interval).map(Interval::high)));
  }

  private static List<Column<Row>> rest() {
    return Stream.concat(
            KeyColumns.<Row>setting(Row::setting).stream(),
            Stream.of(
                KeyColumns.<Row>text(
                    "hyperparameters_json",
                    "The hyper-parameters that are the same under every noise, a JSON object with"
                        + " sorted keys",
                    row -> row.method().hyperparametersJson())))
        .toList();
  }
}
