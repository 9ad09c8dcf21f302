package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Edited;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.tables.CsvFile;

/** An epoch of these made-up runs takes 10 gradient evaluations and half a second. */
class CostToTargetTest {
  @TempDir Path directory;

  private static RunRecord run(String optimizer, long seed, Double... testAccuracies) {
    double last = testAccuracies[testAccuracies.length - 1];
    return Edited.curve(Fixture.run(optimizer, seed, last).record(), Arrays.asList(testAccuracies));
  }

  /** SGD ends at 0.5 on average, which it reaches with one of two seeds. */
  private static List<RunRecord> suite() {
    return new ArrayList<>(
        List.of(
            run("sgd", 1, 0.25, 0.375, 0.5625),
            run("sgd", 2, 0.25, 0.375, 0.4375),
            run("sam", 1, 0.5, 0.75, 0.25),
            run("sam", 2, null, 0.625, 0.75),
            run("sam", 3, 0.25, 0.25, 0.5),
            run("psam", 1, 0.25, 0.625, 0.625)));
  }

  @Test
  void countsUpToTheFirstEpochAtTheTarget() throws IOException {
    CSVRecord sam = row(suite(), "sam", "sgd-final");
    assertEquals("0.5", sam.get("target_accuracy_ratio"));
    assertEquals("3", sam.get("runs_total"));
    assertEquals("3", sam.get("runs_reached_total"));
    assertEquals("20.0", sam.get("gradient_evaluations_to_target_median")); // of 10, 20 and 30
    assertEquals("1.0", sam.get("train_time_to_target_median_seconds"));
    assertEquals("1.0", sam.get("gradient_evaluations_to_target_vs_psam_ratio"));
    CSVRecord psam = row(suite(), "psam", "sgd-final");
    assertEquals("20.0", psam.get("gradient_evaluations_to_target_median"));
  }

  @Test
  void aMissIsInfiniteAndCounted() throws IOException {
    CSVRecord sgd = row(suite(), "sgd", "sgd-final");
    assertEquals("1", sgd.get("runs_reached_total"));
    assertEquals("2", sgd.get("runs_total"));
    assertEquals("", sgd.get("gradient_evaluations_to_target_median"));
    CSVRecord sam = row(suite(), "sam", "sgd-final");
    assertEquals("", sam.get("gradient_evaluations_to_target_vs_sgd_ratio"), "SGD's is a miss");

    var records = suite();
    records.add(Fixture.failed("sam", 4, Status.TIMEOUT).record());
    CSVRecord failed = row(records, "sam", "sgd-final");
    assertEquals("4", failed.get("runs_total"));
    assertEquals("3", failed.get("runs_reached_total"));
    assertEquals("25.0", failed.get("gradient_evaluations_to_target_median")); // 10 20 30 miss
    for (int seed = 5; seed <= 6; seed++) {
      records.add(run("sam", seed, 0.25));
    }
    CSVRecord half = row(records, "sam", "sgd-final");
    assertEquals("3", half.get("runs_reached_total"));
    assertEquals("", half.get("gradient_evaluations_to_target_median"));
  }

  @Test
  void theEasierTargetIsAShareOfTheOther() throws IOException {
    CSVRecord sgd = row(suite(), "sgd", "sgd-final-95-percent");
    assertEquals(0.475, Double.parseDouble(sgd.get("target_accuracy_ratio")), 1e-12);
    assertEquals("1", sgd.get("runs_reached_total"));
  }

  @Test
  void energyIsKnownAtTheEndOfARunOnly() throws IOException {
    var records = new ArrayList<RunRecord>();
    for (RunRecord record : suite()) {
      records.add(Edited.with(record, Map.of("cost.energy_cpu_joules", 7.0)));
    }
    CSVRecord sam = row(records, "sam", "sgd-final");
    assertEquals("", sam.get("energy_cpu_to_target_median_joules"), "two were there earlier");
    records.set(2, Edited.with(run("sam", 1, 0.25, 0.5), Map.of("cost.energy_cpu_joules", 3.0)));
    records.set(3, Edited.with(run("sam", 2, 0.25, 0.5), Map.of("cost.energy_cpu_joules", 5.0)));
    assertEquals("5.0", row(records, "sam", "sgd-final").get("energy_cpu_to_target_median_joules"));
    assertEquals("", row(records, "sam", "sgd-final").get("energy_gpu_to_target_median_joules"));
  }

  @Test
  void withoutSgdThereIsNoTarget() throws IOException {
    Reports.of(List.of(run("sam", 1, 0.5))).write(directory);
    assertEquals(0, CsvFile.read(directory.resolve("cost_to_target.csv")).rows().size());
  }

  private CSVRecord row(List<RunRecord> records, String optimizer, String target)
      throws IOException {
    Reports.of(records).write(directory);
    return CsvFile.read(directory.resolve("cost_to_target.csv")).rows().stream()
        .filter(r -> r.get("optimizer").equals(optimizer) && r.get("target").equals(target))
        .findFirst()
        .orElseThrow();
  }
}
