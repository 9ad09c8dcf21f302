package org.noisemark.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.noisemark.reports.gate.Results.baseline;
import static org.noisemark.reports.gate.Results.each;
import static org.noisemark.reports.gate.Results.edited;
import static org.noisemark.reports.gate.Results.gate;
import static org.noisemark.reports.gate.Results.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.noisemark.reports.gate.calibration.Planted;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.results.Metric;

/**
 * What a gate makes of each thing that may be wrong: named, with its outcome, nothing passed over.
 */
class GateTest {
  private static final String CELL = "squares, symmetric-exclusive 0.2, mlp, sgd";

  @Test
  void theSameResultsPass() {
    GateReport report = gate(baseline());
    assertEquals(Outcome.PASS, report.outcome());
    assertEquals(List.of(), report.findings());
    assertEquals(Results.CELLS + 1, report.quality().size());
  }

  /** One seed says nothing of the variance; the same parameters, bit for bit, need none. */
  @Test
  void theSameSingleRunPassesAndAnotherDoesNot() {
    List<RunRecord> one = baseline().subList(0, 1);
    assertEquals(Outcome.PASS, Gate.of(one, one, Results.RULES, false).outcome());
    List<RunRecord> other = List.of(edited(one.get(0), "/final_parameters_sha256", "0123"));
    GateReport report = Gate.of(one, other, Results.RULES, false);
    assertEquals(Outcome.INCONCLUSIVE, report.outcome());
    assertSays(report, Check.QUALITY, "at least 2 are needed");
  }

  @Test
  void noiseWithinTheMarginPasses() {
    assertEquals(Outcome.PASS, gate(Planted.jittered(baseline(), 0.003)).outcome());
  }

  @Test
  void aLossInOneCellIsNamed() {
    var candidate = new ArrayList<>(Planted.jittered(baseline(), 0.002));
    for (int i = 0; i < Results.SEEDS; i++) {
      candidate.set(i, Planted.accuracy(candidate.get(i), -0.03));
    }
    GateReport report = gate(candidate);
    assertEquals(Outcome.QUALITY, report.outcome());
    assertEquals(List.of(CELL), report.problems().stream().map(Finding::cell).toList());
    assertSays(report, Check.QUALITY, "regressed: loss of 2.96 points");
  }

  /** Each cell alone has too few seeds to show it among thirty; together they do. */
  @Test
  void aLossThatAllCellsShareIsShownByTheirMean() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(11);
    var before = new ArrayList<RunRecord>();
    var after = new ArrayList<RunRecord>();
    for (int cell = 1; cell <= 30; cell++) {
      for (int seed = 1; seed <= 3; seed++) {
        RunRecord run =
            Fixture.run("sam", seed, 0.8).noise("symmetric-exclusive@1", cell / 100.0).record();
        before.add(run);
        after.add(Planted.accuracy(run, -0.025 + random.nextDouble(-0.01, 0.01)));
      }
    }
    GateReport report = Gate.of(before, after, Results.RULES, false);
    assertEquals(Outcome.QUALITY, report.outcome());
    List<String> shown =
        report.quality().stream()
            .filter(comparison -> comparison.verdict() == Outcome.QUALITY)
            .map(Comparison::cell)
            .toList();
    assertTrue(shown.contains(Comparison.ALL), shown.toString());
    assertTrue(shown.size() < 10, shown.toString());
  }

  @Test
  void tooFewSeedsAreCounted() {
    double[] changes = {-0.02, 0.02, -0.01, 0.01, 0};
    var candidate = new ArrayList<>(baseline());
    for (int i = 0; i < changes.length; i++) {
      candidate.set(i, Planted.accuracy(candidate.get(i), changes[i]));
    }
    GateReport report = gate(candidate);
    assertEquals(Outcome.INCONCLUSIVE, report.outcome());
    // sd = √(10 · 10⁻⁴ / 4) = 0.0158: (t · 1.58)² is 9.3 for n = 9 (t 1.860 → 8.65), 8 → 8.97
    assertSays(report, Check.QUALITY, "9 seeds would decide it");
  }

  @Test
  void aDivergedRunIsALossAndOneOfTheBaselineANote() {
    List<RunRecord> diverged = with(0, run -> failed(run, Status.DIVERGED));
    GateReport report = gate(diverged);
    assertEquals(Outcome.QUALITY, report.outcome());
    assertSays(report, Check.QUALITY, "seed 1 diverged, which it did not in the baseline");
    GateReport both = Gate.of(diverged, diverged, Results.RULES, false);
    assertEquals(Outcome.PASS, both.outcome());
    assertSays(both, Check.QUALITY, "counts as chance");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"OK", "DIVERGED"},
      mode = EnumSource.Mode.EXCLUDE)
  void aRunThatFailedOtherwiseIsNotComplete(Status status) {
    List<RunRecord> failed = with(0, run -> failed(run, status));
    GateReport report = gate(failed);
    assertEquals(Outcome.INVALID, report.outcome());
    assertSays(report, Check.INPUT, "candidate: run");
    assertSays(
        report,
        Check.INPUT,
        "failed (" + status.name().toLowerCase(Locale.ROOT) + "): loss is NaN");
    assertSays(Gate.of(failed, baseline(), Results.RULES, false), Check.INPUT, "baseline: run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /accuracy/last            | NaN | test_accuracy_final_ratio is NaN
          /accuracy/last            | INF | test_accuracy_final_ratio is Infinity
          /accuracy/selected        | NaN | test_accuracy_selected_ratio is NaN
          /curve/1/train_loss       | NaN | its loss in epoch 2 is NaN
          /cost/train_seconds       | NaN | train_time_seconds is NaN
          """)
  void whatIsNoNumberIsNamed(String pointer, String value, String message) {
    GateReport report = gate(with(0, run -> edited(run, pointer, value)));
    assertEquals(Outcome.INVALID, report.outcome());
    assertSays(report, Check.INPUT, message);
  }

  @Test
  void whatIsMissingOrTooMuchIsNamed() {
    var fewer = new ArrayList<>(baseline());
    fewer.remove(1);
    fewer.remove(2);
    assertSays(gate(fewer), Check.INPUT, "the candidate lacks seeds 2, 4 of " + CELL);
    assertSays(
        Gate.of(fewer, baseline(), Results.RULES, false),
        Check.INPUT,
        "the baseline lacks seeds 2, 4 of " + CELL);
    var less = baseline().subList(Results.SEEDS, Results.SEEDS * Results.CELLS);
    assertSays(gate(less), Check.INPUT, "the candidate lacks the cell " + CELL);
    GateReport more = Gate.of(less, baseline(), Results.RULES, false);
    assertSays(more, Check.INPUT, "the baseline lacks the cell " + CELL);
    assertEquals(Outcome.INVALID, more.outcome());
    var twice = new ArrayList<>(baseline());
    twice.add(edited(twice.get(0), "/run_id", "r0123456789abcdef"));
    assertSays(gate(twice), Check.INPUT, "r0123456789abcdef");
  }

  @ParameterizedTest
  @CsvSource({
    "/cell/suite/version, 1.0.1, another suite or suite version: test 1.0.0 in the baseline",
    "/cell/suite/name, other, test 1.0.0 in the baseline; other 1.0.0",
    "/cell/engine/name, libtorch, another engine: reference in the baseline",
    "/cell/engine/device, cuda, another device: cpu in the baseline",
    "/cell/engine/precision, float32, another precision: float64 in the baseline"
  })
  void whatWasMadeOtherwiseIsIncomparable(String pointer, String value, String message) {
    GateReport report = gate(each(run -> edited(run, pointer, value)));
    assertEquals(Outcome.INCOMPARABLE, report.outcome());
    assertEquals(List.of(), report.quality());
    assertEquals(Results.CELLS, report.cells().size());
    assertSays(report, Check.SETTINGS, message.replace(";", ","));
  }

  @Test
  void otherHyperparametersAreSaidAndComparedAllTheSame() {
    GateReport same = gate(each(run -> edited(run, "/cell/training/momentum", 0.8)));
    assertEquals(Outcome.INCOMPARABLE, same.outcome());
    assertSays(same, Check.SETTINGS, CELL + ": momentum 0.9 in the baseline, 0.8 in the candidate");
    GateReport worse =
        gate(each(run -> Planted.accuracy(edited(run, "/cell/training/momentum", 0.8), -0.3)));
    assertEquals(Outcome.QUALITY, worse.outcome());
  }

  @Test
  void aBaselineOfAnotherVersionThanItsRulesIsInvalid() {
    GateReport report = Gate.of(baseline(), baseline(), GateRules.defaults("test", "2.0.0"), false);
    assertEquals(Outcome.INVALID, report.outcome());
    assertSays(report, Check.SETTINGS, "the baseline holds test 1.0.0, but its gate.json expects");
  }

  @Test
  void whatIsTooGoodToBeTrueIsAFinding() {
    GateReport gain = gate(each(run -> Planted.accuracy(run, 0.06)));
    assertEquals(Outcome.QUALITY, gain.outcome());
    assertSays(gain, Check.ALARM, CELL + ": 6.00 points better");
    GateReport perfect = gate(with(0, run -> Planted.accuracy(run, 1)));
    assertSays(perfect, Check.ALARM, "seed 1 reached an accuracy of 100.00 %");
    assertEquals(Outcome.PASS, gate(each(run -> Planted.accuracy(run, 0.04))).outcome());
  }

  @Test
  void otherLabelsAreAFinding() {
    GateReport clean = gate(with(0, Planted::cleanLabels));
    assertEquals(Outcome.QUALITY, clean.outcome());
    assertSays(clean, Check.NOISE, "on clean ones: effective noise rate 0.0, was 0.2");
    GateReport other = gate(with(0, run -> edited(run, "/labels/sha256", "ff")));
    assertEquals(Outcome.QUALITY, other.outcome());
    assertSays(other, Check.NOISE, "SHA-256 of the labels ff, was ab");
  }

  @Test
  void anotherStartIsANote() {
    GateReport report = gate(each(run -> edited(run, "/initial_parameters_sha256", "ff")));
    assertEquals(Outcome.PASS, report.outcome());
    assertSays(report, Check.NOISE, "started from other initial parameters");
  }

  @ParameterizedTest
  @CsvSource({
    "/cost/gradient_evaluations, 9, 'gradient_evaluations_total is 9, was 10 (seed 1)'",
    "/cost/forward_passes, 11, 'forward_passes_total is 11, was 10 (seed 1)'",
    "/cost/samples, 79, 'samples_total is 79, was 80 (seed 1)'",
    "/cost/flops, 9999, 'flops_total is 9999, was 10000 (seed 1)'"
  })
  void oneMoreOrLessOfACounterIsAFinding(String pointer, long value, String message) {
    GateReport report = gate(with(0, run -> edited(run, pointer, value)));
    assertEquals(Outcome.COST, report.outcome());
    assertSays(report, Check.COUNTERS, message);
  }

  @Test
  void timeIsForInformationUnlessAsked() {
    List<RunRecord> slow = each(run -> edited(run, "/cost/train_seconds", 100));
    assertEquals(Outcome.PASS, gate(slow).outcome());
    GateReport asked = Gate.of(baseline(), slow, Results.RULES, true);
    assertEquals(Outcome.COST, asked.outcome());
    assertSays(asked, Check.TIME, "training takes 80.00 times as long"); // sgd: 1.25 seconds
    List<RunRecord> fast = each(run -> edited(run, "/cost/train_seconds", 0.5));
    assertEquals(Outcome.PASS, Gate.of(baseline(), fast, Results.RULES, true).outcome());
  }

  @Test
  void timesOfAnotherEnvironmentAreIncomparable() {
    List<RunRecord> other = each(run -> edited(run, "/environment/cpu_model", "Other CPU"));
    GateReport told = gate(other);
    assertEquals(Outcome.PASS, told.outcome());
    assertSays(told, Check.TIME, "cpu_model was Example CPU, \"fast\", is Other CPU");
    assertEquals(Outcome.INCOMPARABLE, Gate.of(baseline(), other, Results.RULES, true).outcome());
    List<RunRecord> commit = each(run -> edited(run, "/program/git_commit", "beef"));
    assertEquals(Outcome.PASS, Gate.of(baseline(), commit, Results.RULES, true).outcome());
  }

  /** The gravest of what was found, in the documented order. */
  @Test
  void theFirstOutcomeInOrderIsTheGates() {
    assertEquals(
        List.of(3, 4, 6, 7, 5, 0),
        java.util.Arrays.stream(Outcome.values()).map(Outcome::exitCode).toList());
    List<RunRecord> candidate = with(0, run -> edited(run, "/cost/samples", 1)); // cost
    candidate.remove(19); // invalid
    assertEquals(Outcome.COST, gate(candidate).outcome());
    candidate.replaceAll(run -> Planted.accuracy(run, -0.3));
    assertEquals(Outcome.QUALITY, gate(candidate).outcome());
  }

  /** A wider margin never turns a pass into anything else. */
  @Test
  void aWiderMarginForgivesMore() {
    List<RunRecord> candidate = Planted.jittered(baseline(), 0.01);
    Outcome before = Outcome.QUALITY;
    for (double margin : new double[] {0.0001, 0.003, 0.01, 0.03, 0.1}) {
      var rules =
          new GateRules(
              "test",
              "1.0.0",
              0.05,
              java.util.Map.of(Metric.TEST_ACCURACY_FINAL, margin),
              new java.util.TreeMap<>(),
              List.of(),
              0.05,
              1,
              2);
      Outcome outcome = Gate.of(baseline(), candidate, rules, false).outcome();
      assertTrue(outcome.compareTo(before) >= 0, margin + ": " + outcome + " after " + before);
      before = outcome;
    }
    assertEquals(Outcome.PASS, before);
  }

  private static RunRecord failed(RunRecord run, Status status) {
    var cell = run.cell();
    return Fixture.failed(cell.optimizer().name(), cell.seed(), status)
        .noise(cell.noise().kind(), cell.noise().rate())
        .record();
  }

  private static void assertSays(GateReport report, Check check, String message) {
    assertTrue(
        report.findings().stream()
            .anyMatch(f -> f.check() == check && f.message().contains(message)),
        () -> check + " does not say '" + message + "': " + report.findings());
  }
}
