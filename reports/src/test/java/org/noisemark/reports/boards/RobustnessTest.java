package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Edited;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.tables.CsvFile;

/** robustness.csv and aggregate.csv, counted by hand. */
class RobustnessTest {
  @TempDir Path directory;

  /** Accuracies with clean labels, at 0.25 and at 0.75; the seed's number is taken off each. */
  private static List<RunRecord> runs(String optimizer, double clean, double low, double high) {
    var records = new ArrayList<RunRecord>();
    for (int seed = 1; seed <= 2; seed++) {
      double less = seed / 64.0;
      records.add(Fixture.run(optimizer, seed, clean - less).noise("clean", 0).record());
      records.add(Fixture.run(optimizer, seed, low - less).noise("pairflip@1", 0.25).record());
      records.add(Fixture.run(optimizer, seed, high - less).noise("pairflip@1", 0.75).record());
    }
    return records;
  }

  private static List<RunRecord> suite() {
    var records = new ArrayList<>(runs("sgd", 0.875, 0.75, 0.25));
    records.addAll(runs("sam", 0.875, 0.8125, 0.5));
    return records;
  }

  @Test
  void agreesWithTheTrapezoidsByHand() throws IOException {
    List<CSVRecord> rows = csv("robustness.csv", suite());
    assertEquals(2, rows.size());
    CSVRecord sam = rows.get(0);
    assertEquals("sam", sam.get("optimizer"));
    assertEquals("pairflip@1", sam.get("noise"));
    assertEquals("3", sam.get("rates_total"));
    assertEquals("0.0", sam.get("rate_min"));
    assertEquals("0.75", sam.get("rate_max"));
    assertEquals("2", sam.get("seeds"));
    double mean = 1.5 / 64; // of what is taken off
    double area = (0.25 * (0.875 + 0.8125) / 2 + 0.5 * (0.8125 + 0.5) / 2) / 0.75;
    double sgdArea = (0.25 * (0.875 + 0.75) / 2 + 0.5 * (0.75 + 0.25) / 2) / 0.75;
    assertEquals(area - mean, number(sam, "accuracy_area_mean_ratio"), 1e-12);
    assertEquals(area - sgdArea, number(sam, "accuracy_area_delta_vs_sgd_mean_ratio"), 1e-12);
    // Both seeds differ from SGD by the same: paired, the interval has no width.
    assertEquals(area - sgdArea, number(sam, "accuracy_area_delta_vs_sgd_ci_low_ratio"), 1e-12);
    assertEquals(area - sgdArea, number(sam, "accuracy_area_delta_vs_sgd_ci_high_ratio"), 1e-12);
    assertEquals(1 / 64.0 / Math.sqrt(2), number(sam, "accuracy_area_sd_ratio"), 1e-12);
    assertEquals(0.5 - mean, number(sam, "accuracy_worst_mean_ratio"), 1e-12);
    assertEquals(0.25, number(sam, "accuracy_worst_delta_vs_sgd_mean_ratio"), 1e-12);
    assertEquals(0.375, number(sam, "accuracy_drop_mean_ratio"), 1e-12);
    assertEquals(-0.25, number(sam, "accuracy_drop_delta_vs_sgd_mean_ratio"), 1e-12);
  }

  /** A straight line has its middle as its mean, whatever the rates. */
  @Test
  void theAreaIsNormalised() throws IOException {
    var records = new ArrayList<RunRecord>();
    for (double rate : new double[] {0.1, 0.15, 0.6, 0.9}) {
      records.add(Fixture.run("sgd", 1, 1 - rate).noise("pairflip@1", rate).record());
    }
    CSVRecord row = csv("robustness.csv", records).get(0);
    assertEquals(0.5, number(row, "accuracy_area_mean_ratio"), 1e-12);
    assertEquals("", row.get("accuracy_drop_mean_ratio"), "nothing was trained on clean labels");
  }

  @Test
  void aFailedRunIsChanceAndASeedWithoutARateIsLeftOut() throws IOException {
    var records = new ArrayList<>(suite());
    records.add(Fixture.run("sam", 3, 0.75).noise("clean", 0).record());
    records.add(Fixture.run("sam", 3, 0.75).noise("pairflip@1", 0.25).record());
    assertEquals("2", csv("robustness.csv", records).get(0).get("seeds"));
    RunRecord failed = Fixture.failed("sam", 3, Status.DIVERGED).noise("pairflip@1", 0.75).record();
    records.add(failed);
    CSVRecord sam = csv("robustness.csv", records).get(0);
    assertEquals("3", sam.get("seeds"));
    double worst = (2 * 0.5 - 3 / 64.0 + 0.25) / 3;
    assertEquals(worst, number(sam, "accuracy_worst_mean_ratio"), 1e-12);
  }

  @Test
  void aMethodTunedToEachNoiseIsOneCurve() throws IOException {
    var records = new ArrayList<RunRecord>();
    records.add(Fixture.run("sam", 1, 0.75).rho(0.1).noise("clean", 0).record());
    records.add(Fixture.run("sam", 1, 0.5).rho(0.2).noise("pairflip@1", 0.5).record());
    CSVRecord row = csv("robustness.csv", records).get(0);
    assertEquals("0.625", row.get("accuracy_area_mean_ratio"));
    assertEquals(
        Json.canonical(Fixture.training(2).settings()), // without rho
        row.get("hyperparameters_json"));
  }

  @Test
  void theAggregateTakesAllNoisesAtOnce() throws IOException {
    List<CSVRecord> rows = csv("aggregate.csv", suite());
    CSVRecord sam = rows.get(0);
    assertEquals("sam", sam.get("optimizer"));
    assertEquals("3", sam.get("strata_total"));
    assertEquals("0", sam.get("strata_missing_total"));
    assertEquals("6", sam.get("runs_total"));
    // Of six values one is cut off at each end.
    double middle = (0.875 - 2 / 64.0 + 2 * 0.8125 - 3 / 64.0 + 0.5 - 1 / 64.0) / 4;
    assertEquals(middle, number(sam, "accuracy_iqm_ratio"), 1e-12);
    double sgd = (0.875 - 2 / 64.0 + 2 * 0.75 - 3 / 64.0 + 0.25 - 1 / 64.0) / 4;
    assertEquals(middle - sgd, number(sam, "accuracy_iqm_delta_vs_sgd_ratio"), 1e-12);
    // Ties without noise; at 0.25 and at 0.75 every run of SAM beats every run of SGD.
    assertEquals((0.5 + 1 + 1) / 3, number(sam, "improvement_probability_vs_sgd_ratio"), 1e-12);
    // Four differences that are not 0, all of one sign, and two that turn into themselves.
    assertEquals(2 / 16.0, number(sam, "sign_flip_p_value"), 1e-12);
    assertEquals(2 / 16.0, number(sam, "sign_flip_holm_p_value"), 1e-12);
    assertEquals("", rows.get(1).get("sign_flip_p_value"), "SGD is not tested against itself");
  }

  @Test
  void holmCorrectsForTheMethodsOfTheTable() throws IOException {
    var records = new ArrayList<>(suite());
    records.addAll(runs("asam", 0.875, 0.8125, 0.5));
    for (CSVRecord row : csv("aggregate.csv", records).subList(0, 2)) {
      assertEquals(2 / 16.0, number(row, "sign_flip_p_value"), 1e-12);
      assertEquals(2 * 2 / 16.0, number(row, "sign_flip_holm_p_value"), 1e-12);
    }
  }

  @Test
  void aMethodThatMissesANoiseIsSaidToAndGetsNoFigure() throws IOException {
    var records = new ArrayList<>(suite());
    records.add(Fixture.run("fsam", 1, 0.99).noise("clean", 0).record());
    CSVRecord fsam = csv("aggregate.csv", records).get(0);
    assertEquals("2", fsam.get("strata_missing_total"));
    assertEquals("", fsam.get("accuracy_iqm_ratio"));
    assertEquals("", csv("robustness.csv", records).get(0).get("accuracy_area_mean_ratio"));
    assertEquals("0", csv("robustness.csv", records).get(0).get("seeds"));
  }

  @Test
  void dataSetsAreStrataOfOneAggregate() throws IOException {
    var records = new ArrayList<>(suite());
    for (RunRecord record : suite()) {
      records.add(
          Edited.with(
              record,
              Map.of(
                  "cell.dataset.name",
                  "circles",
                  "run_id",
                  "r" + new StringBuilder(record.runId().substring(1)).reverse())));
    }
    CSVRecord sam = csv("aggregate.csv", records).get(0);
    assertEquals("circles; squares", sam.get("datasets"));
    assertEquals("6", sam.get("strata_total"));
    assertEquals("12", sam.get("runs_total"));
    assertEquals(4, csv("robustness.csv", records).size());
  }

  @Test
  void theSummaryShowsBoth() throws IOException {
    csv("robustness.csv", suite());
    String summary = java.nio.file.Files.readString(directory.resolve("summary.md"));
    assertTrue(summary.contains("| squares | mlp | pairflip@1 | 0.0 to 0.75 | sam |"), summary);
    assertTrue(summary.contains("(+25.00 [+25.00, +25.00])"), summary);
    assertTrue(summary.contains("## All noises at once"), summary);
  }

  private List<CSVRecord> csv(String file, List<RunRecord> records) throws IOException {
    Reports.of(records).write(directory);
    return CsvFile.read(directory.resolve(file)).rows();
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
