package org.noisemark.reports.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Leaderboard;
import org.noisemark.reports.boards.Published.Row;
import org.noisemark.reports.boards.PublishedResult.Reporting;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;

/** published.csv: what others published beside our rows. */
public final class PublishedTable {
  public static final Table<Row> TABLE =
      new Table<>(
          "published",
          "One row a published test accuracy whose data set, network, noise and rate are those of"
              + " rows of ours, with our row of the same optimizer beside it if there is one. None"
              + " of the published numbers was measured here.",
          Stream.of(leading(), published(), own()).flatMap(List::stream).toList(),
          KeyColumns.key(
              "suite_version",
              "dataset",
              "noise",
              "noise_rate",
              "network",
              "published_method",
              "published_source",
              "published_table",
              "published_rho",
              "published_reporting",
              "published_protocol"),
          List.of());

  private PublishedTable() {}

  private static List<Column<Row>> leading() {
    return List.of(
        KeyColumns.text(
            "suite_version", "Version of the suite", row -> row.setting().suiteVersion()),
        KeyColumns.text("dataset", "Name of the data set", row -> row.setting().dataset()),
        KeyColumns.text(
            "noise",
            "Specification of our label noise with its version, or clean",
            row -> row.level().noise()),
        Column.<Row>share("noise_rate", "Nominal noise rate", row -> row.level().rate()).required(),
        KeyColumns.text("network", "Name of the network", row -> row.setting().network()));
  }

  private static List<Column<Row>> published() {
    return List.of(
        KeyColumns.text(
            "published_method", "Method as the source names it", row -> row.result().method()),
        KeyColumns.text("published_source", "Paper or repository", row -> row.result().source()),
        KeyColumns.text("published_table", "Where in it", row -> row.result().table()),
        Column.string(
            "published_rho",
            "Radius of the perturbation as printed; empty if not stated",
            row -> row.result().rho()),
        Column.<Row>share(
                "published_test_accuracy_ratio",
                "Test accuracy as published; an error is turned into an accuracy",
                row -> row.result().accuracy())
            .required(),
        Column.string(
            "published_spread",
            "Spread as printed, in percentage points; a standard deviation where the protocol says"
                + " nothing else",
            row -> row.result().spread()),
        KeyColumns.<Row>text(
                "published_reporting",
                "The epoch that the number is of",
                row -> row.result().reporting().label())
            .with("enum", Arrays.stream(Reporting.values()).map(Reporting::label).toList()),
        Column.string(
            "published_protocol", "What is known of its protocol", row -> row.result().notes()),
        Column.string("differences", "What to know before the two are compared", Row::differences));
  }

  private static List<Column<Row>> own() {
    return Stream.concat(
            Stream.of(
                Column.<Row>string(
                    "optimizer",
                    "Name of our optimizer; empty if we have no run of it",
                    row -> row.own().map(own -> own.method().optimizer())),
                Column.<Row>share(
                    "test_accuracy_final_mean_ratio",
                    "Our mean test accuracy after the last epoch",
                    row -> row.own().flatMap(Standing::accuracy).map(Estimate::mean)),
                Column.<Row>share(
                    "test_accuracy_best_mean_ratio",
                    "Our mean of the best test accuracy over epochs, an oracle",
                    row ->
                        row.own()
                            .map(own -> Leaderboard.mean(own.runs(), Metric.TEST_ACCURACY_BEST))),
                Column.<Row>count(
                    "seeds",
                    "",
                    "Our seeds",
                    row -> row.own().flatMap(Standing::accuracy).map(Estimate::n)),
                Column.<Row>string(
                    "hyperparameters_json",
                    "All of our hyper-parameters, a JSON object with sorted keys",
                    row -> row.own().map(own -> own.method().hyperparametersJson()))),
            KeyColumns.<Row>setting(Row::setting).stream())
        .toList();
  }
}
