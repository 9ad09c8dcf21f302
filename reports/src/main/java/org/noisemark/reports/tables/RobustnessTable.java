package org.noisemark.reports.tables;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Robustness.Figure;
import org.noisemark.reports.boards.Robustness.Row;
import org.noisemark.reports.results.References;
import org.noisemark.reports.statistics.Estimate;

/** robustness.csv: one row a method and kind of noise, over its rates. */
public final class RobustnessTable {
  public static Table<Row> of(References references) {
    return new Table<>(
        "robustness",
        "One row a method, data set, kind of noise and network, over the rates of that noise,"
            + " clean labels being rate 0. Over the training seeds that have every rate; a failed"
            + " run counts as chance, 1 / classes.",
        Stream.of(leading(), figures(references.first()), rest()).flatMap(List::stream).toList(),
        KeyColumns.key("suite_version", "dataset", "noise", "network", "optimizer"),
        List.of());
  }

  private RobustnessTable() {}

  private static List<Column<Row>> leading() {
    return List.of(
        KeyColumns.text(
            "suite_version", "Version of the suite", row -> row.setting().suiteVersion()),
        KeyColumns.text("dataset", "Name of the data set", row -> row.setting().dataset()),
        KeyColumns.text("noise", "Kind of the label noise with its version", Row::noise),
        KeyColumns.text("network", "Name of the network", row -> row.setting().network()),
        KeyColumns.text("optimizer", "Name of the optimizer", row -> row.method().optimizer()),
        Column.<Row>count(
                "rates_total", "", "Nominal rates of the curve", row -> row.rates().size())
            .required(),
        Column.<Row>share("rate_min", "Lowest nominal rate, 0 for clean", row -> row.rates().get(0))
            .required(),
        Column.<Row>share(
                "rate_max", "Highest nominal rate", row -> row.rates().get(row.rates().size() - 1))
            .required(),
        Column.<Row>count(
                "seeds",
                "",
                "Training seeds that have every rate",
                row -> row.worst().own().map(Estimate::n).orElse(0))
            .required());
  }

  private static List<Column<Row>> figures(String reference) {
    return Stream.of(
            figure(
                reference,
                "accuracy_area",
                "area under the curve of final test accuracy against nominal rate, by the trapezoid"
                    + " rule from rate_min to rate_max, divided by that range; empty for one rate",
                Row::area),
            figure(reference, "accuracy_worst", "final test accuracy at rate_max", Row::worst),
            figure(
                reference,
                "accuracy_drop",
                "final test accuracy with clean labels less that at rate_max; empty without clean"
                    + " labels",
                Row::drop))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> figure(
      String reference, String name, String description, Function<Row, Figure> figure) {
    return Stream.concat(
            EstimateColumns.<Row>estimate(name, description, row -> figure.apply(row).own())
                .stream(),
            EstimateColumns.<Row>difference(
                name + "_delta_vs_" + reference,
                String.format(Locale.ROOT, "to %s of as many epochs", reference),
                row -> figure.apply(row).versusReference())
                .stream())
        .toList();
  }

  private static List<Column<Row>> rest() {
    return Stream.concat(
            KeyColumns.<Row>setting(Row::setting).stream(),
            Stream.of(
                KeyColumns.<Row>text(
                    "hyperparameters_json",
                    "The hyper-parameters that are the same at every rate, a JSON object with"
                        + " sorted keys",
                    row -> row.method().hyperparametersJson()),
                EstimateColumns.<Row>method("interval_method", row -> row.worst().own())))
        .toList();
  }
}
