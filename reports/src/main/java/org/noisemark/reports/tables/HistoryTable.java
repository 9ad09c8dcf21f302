package org.noisemark.reports.tables;

import static org.noisemark.reports.results.Metric.GRADIENT_EVALUATIONS;
import static org.noisemark.reports.results.Metric.TEST_ACCURACY_FINAL;
import static org.noisemark.reports.results.Metric.TRAIN_TIME;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Change;
import org.noisemark.reports.boards.History.Commit;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** history.csv: one row a method, noise and commit. */
public final class HistoryTable {
  private static final String TESTED =
      "p-value of the change, by Holm's correction for all methods and noises compared at this"
          + " commit: ";

  public static final Table<Row> TABLE =
      new Table<>(
          "history",
          "One row a method, data set, noise, rate, network and commit. Changes are to the last"
              + " earlier commit that trained the same, paired by seed. A step is a change of"
              + " accuracy or time whose corrected p-value is at most 0.05, and any change of"
              + " gradient evaluations. A failed run counts as chance, 1 / classes.",
          Stream.of(
                  KeyColumns.<Row>underNoise(
                      row -> row.task().setting(), row -> row.task().level(), Row::method),
                  commit(),
                  accuracy(),
                  time(),
                  counted(),
                  KeyColumns.<Row>rest(row -> row.task().setting(), Row::method),
                  List.of(EnvironmentsTable.<Row>reference(Row::runs)))
              .flatMap(List::stream)
              .toList(),
          Stream.concat(KeyColumns.UNDER_NOISE.stream(), Stream.of("git_commit")).toList(),
          List.of(new Table.ForeignKey("environment_id", "environments")));

  private HistoryTable() {}

  private static List<Column<Row>> commit() {
    return List.of(
        KeyColumns.text(
            "git_commit",
            "Commit that trained the runs, unknown where their records name none",
            row -> row.commit().name()),
        Column.<Row>integer(
                "commit_number",
                "",
                "Place of the commit by the start of its first run, from 1",
                row -> row.commit().number())
            .with("minimum", 1)
            .required(),
        Column.<Row>datetime(
                "started_at", "Start of the commit's first run, UTC", row -> row.commit().start())
            .required(),
        Column.string(
            "previous_git_commit",
            "Last earlier commit that trained the same; empty for the first",
            row -> Optional.ofNullable(row.before()).map(Row::commit).map(Commit::name)),
        Column.<Row>count("runs_total", "runs", "Failed ones included", row -> row.runs().size())
            .required(),
        Column.<Row>count(
                "runs_failed_total",
                "runs",
                "Runs that failed",
                row -> row.runs().stream().filter(run -> !run.ok()).count())
            .required());
  }

  private static List<Column<Row>> accuracy() {
    return Stream.of(
            EstimateColumns.<Row>estimate(
                "test_accuracy_final",
                TEST_ACCURACY_FINAL.description(),
                row -> row.estimate(TEST_ACCURACY_FINAL)),
            List.of(
                EstimateColumns.<Row>method(
                    "interval_method", row -> row.estimate(TEST_ACCURACY_FINAL))),
            change(
                TEST_ACCURACY_FINAL,
                "test_accuracy_final_change",
                "ratio",
                "difference to the previous commit"),
            judged(
                TEST_ACCURACY_FINAL,
                "test_accuracy_final",
                "of no difference, paired t test; empty where parameters are the same, bit for bit"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> time() {
    return Stream.of(
            cost(TRAIN_TIME, "train_time", "seconds"),
            change(
                TRAIN_TIME,
                "train_time_change",
                "ratio",
                "geometric mean of the time as a multiple of the previous commit's; empty where the"
                    + " environment is another"),
            judged(
                TRAIN_TIME,
                "train_time",
                "of at most 1.05 times as long or short, paired t test of the logarithms"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<Row>> counted() {
    return List.of(
        mean(GRADIENT_EVALUATIONS, GRADIENT_EVALUATIONS.column(), "passes"),
        Column.number(
            "gradient_evaluations_change",
            "passes",
            "Mean difference to the previous commit over common seeds",
            row -> row.change(GRADIENT_EVALUATIONS).map(Change::mean)),
        step(GRADIENT_EVALUATIONS, "gradient_evaluations"));
  }

  private static List<Column<Row>> cost(Metric metric, String name, String unit) {
    Function<Row, Optional<Interval>> interval =
        row -> row.estimate(metric).flatMap(Estimate::interval);
    return List.of(
        mean(metric, name + "_" + unit, unit),
        Column.number(
            name + "_ci_low_" + unit,
            unit,
            "95 % interval of the mean over seeds",
            row -> interval.apply(row).map(Interval::low)),
        Column.number(
            name + "_ci_high_" + unit,
            unit,
            "95 % interval of the mean over seeds",
            row -> interval.apply(row).map(Interval::high)));
  }

  private static Column<Row> mean(Metric metric, String name, String unit) {
    return Column.amount(
        name,
        unit,
        "Mean over the runs with status ok: " + metric.description(),
        row -> row.estimate(metric).map(Estimate::mean));
  }

  private static List<Column<Row>> change(
      Metric metric, String name, String unit, String description) {
    Function<Row, Optional<Interval>> interval =
        row -> row.change(metric).flatMap(Change::interval);
    return List.of(
        Column.number(
            name + "_mean_" + unit,
            unit,
            "Mean over common seeds: " + description,
            row -> row.change(metric).map(Change::mean)),
        Column.number(
            name + "_ci_low_" + unit,
            unit,
            "Paired by seed, 95 % interval",
            row -> interval.apply(row).map(Interval::low)),
        Column.number(
            name + "_ci_high_" + unit,
            unit,
            "Paired by seed, 95 % interval",
            row -> interval.apply(row).map(Interval::high)));
  }

  private static List<Column<Row>> judged(Metric metric, String name, String test) {
    return List.of(
        Column.share(
            name + "_change_holm_p_value",
            TESTED + test,
            row -> row.change(metric).map(Change::holmPValue)),
        step(metric, name));
  }

  private static Column<Row> step(Metric metric, String name) {
    return Column.truth(
        name + "_step",
        "Whether the change is a step; empty where nothing is compared",
        row -> row.change(metric).map(Change::isStep));
  }
}
