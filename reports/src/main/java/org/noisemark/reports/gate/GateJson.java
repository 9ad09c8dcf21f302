package org.noisemark.reports.gate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.noisemark.reports.gate.rules.GateRulesJson;
import org.noisemark.reports.records.Json;

/** A gate's report for programs: ratios 0–1, times in seconds, keys sorted, null where unknown. */
record GateJson(
    String outcome,
    int exitCode,
    Held baseline,
    Held candidate,
    GateRulesJson.Named rules,
    boolean timeCompared,
    List<String> cells,
    List<Tested> quality,
    List<Tested> time,
    List<Found> findings) {

  record Held(String directory, String suites, String commits, int runs) {
    static Held of(Side side) {
      return new Held(side.directory(), side.suites(), side.commits(), side.runs());
    }
  }

  record Tested(
      String cell,
      String column,
      int seeds,
      double baselineMean,
      double candidateMean,
      double differenceMean,
      OptionalDouble differenceSd,
      OptionalDouble lowerBound,
      double margin,
      double pExcluded,
      double pShownHolm,
      String verdict,
      OptionalInt seedsToDecide) {
    static Tested of(Comparison comparison) {
      return new Tested(
          comparison.cell(),
          comparison.column(),
          comparison.seeds(),
          comparison.baseline(),
          comparison.candidate(),
          comparison.test().mean(),
          comparison.test().sd(),
          comparison.lowerBound(),
          comparison.test().margin(),
          comparison.test().pExcluded(),
          comparison.shown(),
          comparison.verdict().label(),
          comparison.seedsToDecide());
    }
  }

  record Found(String check, String outcome, String cell, String message) {
    static Found of(Finding finding) {
      return new Found(
          finding.check().label(),
          finding.isNote() ? "note" : finding.outcome().label(),
          finding.cell(),
          finding.message());
    }
  }

  static byte[] of(GateReport report) {
    return Json.pretty(
        new GateJson(
            report.outcome().label(),
            report.outcome().exitCode(),
            Held.of(report.baseline()),
            Held.of(report.candidate()),
            GateRulesJson.Named.of(report.rules()),
            report.timeCompared(),
            report.cells(),
            report.quality().stream().map(Tested::of).toList(),
            report.time().stream().map(Tested::of).toList(),
            report.findings().stream().map(Found::of).toList()));
  }
}
