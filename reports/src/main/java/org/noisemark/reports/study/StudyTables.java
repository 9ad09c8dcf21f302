package org.noisemark.reports.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;
import org.noisemark.reports.tables.Column;
import org.noisemark.reports.tables.Table;

/** The tables of a study. */
final class StudyTables {
  private final StudyResult study;

  StudyTables(StudyResult study) {
    this.study = study;
  }

  /** measurements.csv: everything else is worked out from it. */
  Table<Measurement> measurements() {
    return new Table<>(
        "measurements",
        "One row a quantity, setting, series, x and seed: every number that the study measured",
        List.of(
            this.<Measurement>studyColumn(),
            this.<Measurement>quantity(Measurement::quantity),
            Column.<Measurement>string("setting", "What was held fixed", Measurement::setting)
                .required(),
            Column.<Measurement>string("series", "The method", Measurement::series).required(),
            Column.<Measurement>number("x", "", study.axis(), Measurement::x).required(),
            Column.<Measurement>integer(
                    "seed", "", "Numbers of one seed are paired", Measurement::seed)
                .required(),
            Column.<Measurement>number(
                    "value", "", "In the unit of the quantity", Measurement::value)
                .required(),
            this.<Measurement>unit(each -> study.unit(each.quantity())),
            Column.<Measurement>string(
                "run_id",
                "The run that it is from, in the folder runs; empty for what no run holds",
                Measurement::runId)),
        List.of("study", "quantity", "setting", "series", "x", "seed"),
        List.of());
  }

  /** points.csv. */
  Table<Mean> points() {
    return new Table<>(
        "points",
        "One row a quantity, setting, series and x: means over seeds",
        List.of(
            this.<Mean>studyColumn(),
            this.<Mean>quantity(Mean::quantity),
            Column.<Mean>string("setting", "What was held fixed", Mean::setting).required(),
            Column.<Mean>string("series", "The method", Mean::series).required(),
            Column.<Mean>number("x", "", study.axis(), Mean::x).required(),
            Column.<Mean>count("seeds", "", "Seeds", each -> each.estimate().n()).required(),
            Column.<Mean>number("mean", "", "Over seeds", each -> each.estimate().mean())
                .required(),
            Column.<Mean>number(
                "sd", "", "Standard deviation, divisor n - 1", each -> each.estimate().sd()),
            low(each -> Optional.of(each.estimate())),
            high(each -> Optional.of(each.estimate())),
            method(each -> Optional.of(each.estimate())),
            this.<Mean>unit(each -> study.unit(each.quantity()))),
        List.of("study", "quantity", "setting", "series", "x"),
        List.of());
  }

  /** verdicts.csv. */
  static Table<Verdict> verdicts() {
    return new Table<>(
        "verdicts",
        "One row a claim: its effect, and whether that confirms it",
        List.of(
            Column.<Verdict>string("study", "Name of the study", Verdict::study).required(),
            Column.<Verdict>string("claim", "Name of the claim", each -> each.claim().name())
                .required(),
            Column.<Verdict>string(
                    "statement", "The claim in words", each -> each.claim().statement())
                .required(),
            Column.<Verdict>string(
                    "outcome",
                    "confirmed if the interval of the effect lies above the threshold, not"
                        + " confirmed if it lies below, else undecided",
                    each -> each.judgement().outcome().label())
                .with("enum", Arrays.stream(Outcome.values()).map(Outcome::label).toList())
                .required(),
            Column.<Verdict>number(
                "effect_mean",
                "",
                "Over seeds",
                each -> each.judgement().effect().map(Estimate::mean)),
            low(each -> each.judgement().effect()),
            high(each -> each.judgement().effect()),
            method(each -> each.judgement().effect()),
            Column.<Verdict>count(
                "seeds", "", "Seeds", each -> each.judgement().effect().map(Estimate::n)),
            Column.<Verdict>number(
                    "threshold",
                    "",
                    "Fixed before the study was run",
                    each -> each.claim().threshold())
                .required(),
            Column.<Verdict>string("unit", "Of effect and threshold", each -> each.claim().unit())
                .required(),
            Column.<Verdict>string("form", "The extent in which it was run", Verdict::form)
                .required()),
        List.of("study", "claim"),
        List.of());
  }

  /** A row of verdicts.csv. */
  record Verdict(String study, String form, Judgement judgement) {
    Claim claim() {
      return judgement.claim();
    }
  }

  private <R> Column<R> studyColumn() {
    return Column.<R>string("study", "Name of the study", row -> study.name()).required();
  }

  private <R> Column<R> quantity(Function<R, String> name) {
    return Column.<R>string("quantity", study.quantitiesText(), name).required();
  }

  private <R> Column<R> unit(Function<R, String> unit) {
    return Column.<R>string("unit", "Of the value", unit).required();
  }

  private static <R> Column<R> low(Function<R, Optional<Estimate>> estimate) {
    return Column.number(
        "ci_low",
        "",
        "95 % interval of the mean",
        row -> estimate.apply(row).flatMap(Estimate::interval).map(Interval::low));
  }

  private static <R> Column<R> high(Function<R, Optional<Estimate>> estimate) {
    return Column.number(
        "ci_high",
        "",
        "95 % interval of the mean",
        row -> estimate.apply(row).flatMap(Estimate::interval).map(Interval::high));
  }

  private static <R> Column<R> method(Function<R, Optional<Estimate>> estimate) {
    return Column.string(
        "interval_method",
        "student-t for 2 to 7 seeds, bca-bootstrap (9999 resamples, fixed seed) from 8, none for 1",
        row -> estimate.apply(row).map(each -> each.method().label()));
  }
}
