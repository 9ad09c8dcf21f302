package org.noisemark.reports.gate.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.reports.gate.Gate;
import org.noisemark.reports.gate.GateReport;
import org.noisemark.reports.gate.Outcome;
import org.noisemark.reports.gate.Results;
import org.noisemark.reports.gate.calibration.Planted;
import org.noisemark.reports.results.Metric;

class GateRulesTest {
  private static final GateRules RULES =
      new GateRules(
          "ci",
          "1.2.0",
          0.1,
          Map.of(Metric.TEST_ACCURACY_FINAL, 0.01, Metric.TEST_ACCURACY_SELECTED, 0.02),
          new TreeMap<>(Map.of("clean", Map.of(Metric.TEST_ACCURACY_FINAL, 0.005))),
          List.of(Metric.FLOPS),
          0.04,
          0.9,
          1.5);

  @TempDir Path baseline;

  @Test
  void readsWhatItWrote() throws IOException {
    Files.write(baseline.resolve("gate.json"), GateRulesJson.bytes(RULES));
    assertEquals(RULES, GateRulesJson.read(baseline));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "alpha"                      | "alhpa"                    | unknown field "alhpa" (did you mean 'alpha'?)
          "test_accuracy_final_ratio"  | "test_accuracy_last_ratio" | (did you mean 'test_accuracy_final_ratio'?)
          "flops_total"                | "flop_total"               | unknown name 'flop_total' (did you mean 'flops_total'?)
          "gain_alarm" : 0.04,         |                            | field "gain_alarm": missing
          "alpha" : 0.1                | "alpha" : "0.1"            | field "alpha": expected a number, got "0.1"
          "alpha" : 0.1                | "alpha" : 0.5              | alpha: expected a number above 0 and below 0.5, got 0.5
          : 0.005                      | : -0.005                   | margins: expected a number above 0 and below 1
          "time_ratio" : 1.5           | "time_ratio" : 1           | time_ratio: expected a number above 1
          "suite" : "ci"               | "suite" : 7                | field "suite": expected text, got 7
          "alpha" : 0.1                | "alpha" : 0.1, "alpha": 1  | not valid JSON
          "counters" : [               | "counters" : 1, "x" : [    | unknown field "x"
          """)
  void namesTheKeyThatIsWrong(String from, String to, String message) throws IOException {
    Path file = baseline.resolve("gate.json");
    String json = new String(GateRulesJson.bytes(RULES), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(json.contains(from), json);
    Files.writeString(file, json.replace(from, to == null ? "" : to));
    var wrong = assertThrows(IllegalArgumentException.class, () -> GateRulesJson.read(baseline));
    assertTrue(wrong.getMessage().startsWith(file.toString()), wrong.getMessage());
    assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    assertEquals(1, wrong.getMessage().lines().count());
  }

  @Test
  void saysWhereTheRulesAreExpected() {
    var absent = assertThrows(IOException.class, () -> GateRulesJson.read(baseline));
    assertTrue(absent.getMessage().contains("no such file"), absent.getMessage());
  }

  @Test
  void aNoiseThatNoCellHasIsSaid() {
    var rules =
        new GateRules(
            "test",
            "1.0.0",
            0.05,
            Map.of(Metric.TEST_ACCURACY_FINAL, 0.01),
            new TreeMap<>(Map.of("symetric 0.2", Map.of(Metric.TEST_ACCURACY_FINAL, 0.02))),
            List.of(),
            0.05,
            1,
            2);
    GateReport report = Gate.of(Results.baseline(), Results.baseline(), rules, false);
    assertEquals(Outcome.INVALID, report.outcome());
    assertTrue(report.findings().get(0).message().contains("symmetric-exclusive@1 0.2"));
  }

  @Test
  void aMarginOfANoiseHoldsThere() {
    var own =
        new GateRules(
            "test",
            "1.0.0",
            0.05,
            Map.of(Metric.TEST_ACCURACY_FINAL, 0.01),
            new TreeMap<>(
                Map.of("symmetric-exclusive@1 0.2", Map.of(Metric.TEST_ACCURACY_FINAL, 0.05))),
            List.of(),
            0.05,
            1,
            2);
    var candidate = Results.each(run -> Planted.accuracy(run, -0.04));
    GateReport report = Gate.of(Results.baseline(), candidate, own, false);
    assertEquals(
        List.of(0.05, 0.05, 0.01, 0.01),
        report.quality().subList(0, 4).stream().map(c -> c.test().margin()).toList());
    assertEquals(Outcome.PASS, report.quality().get(0).verdict());
    assertEquals(Outcome.QUALITY, report.quality().get(2).verdict());
  }
}
