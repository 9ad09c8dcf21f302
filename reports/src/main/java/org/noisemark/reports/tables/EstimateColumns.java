package org.noisemark.reports.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.Verdict;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** Columns of a mean over seeds and its interval. */
final class EstimateColumns {
  private EstimateColumns() {}

  /**
   * Mean, standard deviation and interval of a share: {@code <name>_mean_ratio}, {@code _sd_ratio},
   * {@code _ci_low_ratio} and {@code _ci_high_ratio}.
   *
   * @param description begins in lower case
   */
  static <R> List<Column<R>> estimate(
      String name, String description, Function<R, Optional<Estimate>> estimate) {
    return Stream.concat(
            Stream.of(
                mean(name, "Mean over seeds: " + description, estimate),
                sd(name, "Standard deviation over seeds, divisor n - 1", estimate)),
            interval(name, "95 % interval of the mean over seeds", estimate))
        .toList();
  }

  /**
   * Mean and interval of differences paired by seed, named like those of {@link #estimate}.
   *
   * @param description begins in lower case
   */
  static <R> List<Column<R>> difference(
      String name, String description, Function<R, Optional<Difference>> difference) {
    Function<R, Optional<Estimate>> estimate = Difference.estimates(difference);
    return Stream.concat(
            Stream.of(mean(name, "Mean difference over common seeds " + description, estimate)),
            interval(name, "Paired by seed, 95 % interval", estimate))
        .toList();
  }

  static <R> Column<R> sd(
      String name, String description, Function<R, Optional<Estimate>> estimate) {
    return Column.amount(
        name + "_sd_ratio", "ratio", description, row -> estimate.apply(row).map(Estimate::sd));
  }

  static <R> Stream<Column<R>> interval(
      String name, String description, Function<R, Optional<Estimate>> estimate) {
    return Stream.of(
        Column.number(
            name + "_ci_low_ratio",
            "ratio",
            description,
            row -> estimate.apply(row).flatMap(Estimate::interval).map(Interval::low)),
        Column.number(
            name + "_ci_high_ratio",
            "ratio",
            description,
            row -> estimate.apply(row).flatMap(Estimate::interval).map(Interval::high)));
  }

  /** What the difference to the method ranked first says. */
  static <R> List<Column<R>> verdict(Function<R, Standing> standing) {
    return List.of(
        Column.<R>string(
                "verdict",
                "Against the method ranked first, by the paired interval: best for that one itself,"
                    + " tied if a loss of a percentage point is excluded, worse if the interval lies"
                    + " below 0 and reaches that, inconclusive otherwise; empty under two common"
                    + " seeds",
                row -> standing.apply(row).verdict().map(verdict -> verdict.kind().label()))
            .with("enum", Arrays.stream(Verdict.Kind.values()).map(Verdict.Kind::label).toList()),
        Column.count(
            "verdict_seeds_needed",
            "",
            "Seeds at which an inconclusive verdict would become another, if mean and spread of the"
                + " differences stay as they are; empty above 100000",
            row ->
                standing
                    .apply(row)
                    .verdict()
                    .map(Verdict::seedsNeeded)
                    .orElse(OptionalInt.empty())));
  }

  /** Where an interval comes from. */
  static <R> Column<R> method(String name, Function<R, Optional<Estimate>> estimate) {
    return Column.<R>string(
            name,
            "student-t for 2 to 7 seeds, bca-bootstrap (9999 resamples, fixed seed) from 8, none"
                + " for 1",
            row -> estimate.apply(row).map(found -> found.method().label()))
        .with("enum", Arrays.stream(Estimate.Method.values()).map(Estimate.Method::label).toList());
  }

  private static <R> Column<R> mean(
      String name, String description, Function<R, Optional<Estimate>> estimate) {
    return Column.number(
        name + "_mean_ratio", "ratio", description, row -> estimate.apply(row).map(Estimate::mean));
  }
}
