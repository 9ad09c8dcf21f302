package org.noisemark.reports.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Edited;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against what the readers take: github-action-benchmark's BenchmarkResult (name, value and unit,
 * and as text range and extra), Bencher's JSON schema (bmf.json: objects of objects, whose value is
 * required and may have lower_value and upper_value, all numbers).
 */
class DashboardsTest {
  private static final String NAME =
      "test/squares/symmetric-exclusive 0.4/mlp/reference/cpu/float64/sam";

  private static List<RunRecord> runs() {
    return new ArrayList<>(
        List.of(
            Fixture.run("sgd", 1, 0.5).record(),
            Fixture.run("sam", 1, 0.75).record(),
            Fixture.run("sam", 2, 0.5).record(),
            Edited.epochs(Fixture.run("sgd", 1, 0.625).record(), 4)));
  }

  @Test
  void githubActionBenchmarkGetsOneDirectionAFile() {
    JsonNode bigger =
        json(Dashboards.githubActionBenchmark(Reports.of(runs()).measurements(), true));
    JsonNode smaller =
        json(Dashboards.githubActionBenchmark(Reports.of(runs()).measurements(), false));
    assertEquals(3, bigger.size());
    assertEquals(3 * 3 + 3, smaller.size());
    for (JsonNode entry : bigger) {
      checkEntry(entry);
      assertTrue(entry.get("name").stringValue().endsWith(" test-accuracy-final"));
    }
    for (JsonNode entry : smaller) {
      checkEntry(entry);
      assertTrue(
          entry
              .get("name")
              .stringValue()
              .matches(".* (gradient-evaluations|train-time|step-time-median|test-error-final)"));
    }
    JsonNode sam = named(bigger, NAME + " test-accuracy-final");
    assertEquals(0.625, sam.get("value").doubleValue());
    assertEquals("runs: 2", sam.get("extra").stringValue());
    // Two values: t is a Cauchy variable, half of the interval tan(0.475 π) times half the gap.
    double half = Double.parseDouble(sam.get("range").stringValue().substring(2));
    assertEquals(Math.tan(Math.PI * 0.475) * 0.125, half, 1e-5); // six digits
    assertEquals(0.375, named(smaller, NAME + " test-error-final").get("value").doubleValue());
    assertFalse(named(bigger, NAME.replace("sam", "sgd") + " test-accuracy-final").has("range"));
  }

  private static void checkEntry(JsonNode entry) {
    assertTrue(
        Set.of("name", "unit", "value", "range", "extra")
            .containsAll(new TreeSet<>(entry.propertyNames())));
    assertTrue(entry.get("value").isNumber());
    assertTrue(entry.get("name").isString() && entry.get("unit").isString());
    assertTrue(!entry.has("range") || entry.get("range").isString());
    assertTrue(entry.get("extra").isString());
  }

  @Test
  void bencherGetsEveryMeasureOfABenchmark() {
    JsonNode benchmarks = json(Bencher.metricFormat(Reports.of(runs()).measurements()));
    for (JsonNode benchmark : benchmarks) {
      assertTrue(benchmark.isObject());
      for (JsonNode metric : benchmark) {
        assertTrue(metric.get("value").isNumber());
        assertTrue(
            Set.of("value", "lower_value", "upper_value")
                .containsAll(new TreeSet<>(metric.propertyNames())));
        assertEquals(metric.has("lower_value"), metric.has("upper_value"));
      }
    }
    benchmarks.propertyNames().forEach(name -> assertTrue(name.length() <= 1024, name));
    JsonNode accuracy = benchmarks.get(NAME).get("test-accuracy-final");
    double half = Math.tan(Math.PI * 0.475) * 0.125;
    assertEquals(0.625, accuracy.get("value").doubleValue());
    assertEquals(0.625 - half, accuracy.get("lower_value").doubleValue(), 1e-9);
    assertEquals(0.625 + half, accuracy.get("upper_value").doubleValue(), 1e-9);
    String cost = NAME.replace("symmetric-exclusive 0.4", "all noises");
    assertEquals(20, benchmarks.get(cost).get("gradient-evaluations").get("value").doubleValue());
    assertEquals(
        20,
        benchmarks
            .get(cost.replace("sam", "sgd epochs=4"))
            .get("gradient-evaluations")
            .get("value")
            .doubleValue());
  }

  /** Bounds of BMF v1: at most 8 parameters, keys and text of at most 64 characters. */
  @Test
  void bencherGetsTheParametersOfABenchmarkBesideItsName() {
    var records = runs();
    records.add(
        Edited.with(
            Fixture.run("fsam", 1, 0.5).record(),
            Map.of("run_id", "r0123456789abcdef", "cell.dataset.name", "a".repeat(80))));
    JsonNode old = json(Bencher.metricFormat(Reports.of(records).measurements()));
    JsonNode benchmarks = json(Bencher.metricFormatV1(Reports.of(records).measurements()));
    assertEquals(Set.of("test"), Set.copyOf(benchmarks.propertyNames()));
    var parameters = new TreeSet<String>();
    for (JsonNode entry : benchmarks.get("test")) {
      assertEquals(Set.of("parameters", "measures"), Set.copyOf(entry.propertyNames()));
      assertTrue(entry.get("parameters").size() <= 8);
      assertTrue(parameters.add(entry.get("parameters").toString()), "two of the same");
      for (var parameter : entry.get("parameters").properties()) {
        assertTrue(parameter.getKey().length() <= 64);
        assertTrue(parameter.getValue().stringValue().length() <= 64);
      }
    }
    assertEquals(old.size(), parameters.size());
    assertTrue(parameters.toString().contains("a".repeat(55) + "~"), "cut, and still told apart");
    JsonNode sam = named(benchmarks.get("test"), "symmetric-exclusive 0.4", "sam");
    assertEquals(old.get(NAME), sam.get("measures"));
    assertEquals("float64", sam.get("parameters").get("precision").stringValue());
  }

  private static JsonNode named(JsonNode entries, String noise, String optimizer) {
    for (JsonNode entry : entries) {
      JsonNode parameters = entry.get("parameters");
      if (parameters.get("noise").stringValue().equals(noise)
          && parameters.get("optimizer").stringValue().equals(optimizer)) {
        return entry;
      }
    }
    throw new AssertionError(noise + " and " + optimizer + " are not in " + entries);
  }

  @Test
  void aFailedRunIsChanceInAccuracyAndNoTime() {
    var records = runs();
    records.add(Fixture.failed("sam", 3, Status.DIVERGED).record());
    records.add(Fixture.failed("fsam", 1, Status.DIVERGED).record());
    JsonNode benchmarks = json(Bencher.metricFormat(Reports.of(records).measurements()));
    assertEquals(0.5, value(benchmarks, NAME, "test-accuracy-final"));
    String cost = NAME.replace("symmetric-exclusive 0.4", "all noises");
    assertEquals(2.5, value(benchmarks, cost, "train-time"));
    assertEquals(0.25, value(benchmarks, NAME.replace("sam", "fsam"), "test-accuracy-final"));
    assertFalse(benchmarks.has(cost.replace("sam", "fsam")), "not measured, and not 0");
  }

  @Test
  void theOrderOfRecordsDoesNotMatter() {
    var reversed = runs();
    Collections.reverse(reversed);
    assertArrayEquals(
        Bencher.metricFormat(Reports.of(runs()).measurements()),
        Bencher.metricFormat(Reports.of(reversed).measurements()));
    assertArrayEquals(
        Dashboards.githubActionBenchmark(Reports.of(runs()).measurements(), false),
        Dashboards.githubActionBenchmark(Reports.of(reversed).measurements(), false));
  }

  @Test
  void refusesSeveralVersionsAndNothingMeasured() {
    var mixed = runs();
    mixed.add(Fixture.run("sgd", 1, 0.5).version("1.1.0").record());
    String message =
        assertThrows(IllegalArgumentException.class, () -> Reports.of(mixed).measurements())
            .getMessage();
    assertTrue(message.contains("test 1.0.0, test 1.1.0"), message);
    var failed = Reports.of(List.of(Fixture.failed("sgd", 1, Status.OOM).record())).measurements();
    assertEquals(1, json(Dashboards.githubActionBenchmark(failed, false)).size(), "its error");
    assertThrows(
        IllegalArgumentException.class, () -> Dashboards.githubActionBenchmark(List.of(), false));
    assertEquals(1, json(Dashboards.githubActionBenchmark(failed, true)).size());
  }

  private static double value(JsonNode benchmarks, String name, String measure) {
    return benchmarks.get(name).get(measure).get("value").doubleValue();
  }

  private static JsonNode named(JsonNode entries, String name) {
    for (JsonNode entry : entries) {
      if (entry.get("name").stringValue().equals(name)) {
        return entry;
      }
    }
    throw new AssertionError(name + " is not in " + entries);
  }

  private static JsonNode json(byte[] bytes) {
    return new JsonMapper().readTree(bytes);
  }
}
