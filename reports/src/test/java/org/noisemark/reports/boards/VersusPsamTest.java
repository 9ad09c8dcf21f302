package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.tables.CsvFile;

/** What each method costs against PSAM, and what accuracy that buys, noise by noise. */
class VersusPsamTest {
  @TempDir Path directory;

  @Test
  void pairsBySeedWithinEachNoise() throws IOException {
    CsvFile csv =
        write(
            Fixture.run("psam", 1, 0.50).record(),
            Fixture.run("psam", 2, 0.70).record(),
            Fixture.run("sam", 1, 0.52).record(),
            Fixture.run("sam", 2, 0.76).record(),
            Fixture.run("sam", 3, 0.10).record(), // without a pair
            Fixture.run("psam", 1, 0.90).noise("clean", 0).record(),
            Fixture.run("sam", 1, 0.87).noise("clean", 0).record());

    assertEquals(2, csv.rows().size());
    CSVRecord noisy = csv.only("noise", "symmetric-exclusive@1");
    assertEquals(0.04, number(noisy, "delta_vs_psam_mean_ratio"), 1e-12);
    // differences 0.02 and 0.06: sd 0.02 √2, standard error 0.02, t(0.975, 1) = 12.7062
    assertEquals(0.04 - 0.02 * 12.7062, number(noisy, "delta_vs_psam_ci_low_ratio"), 1e-5);
    assertEquals(0.04 + 0.02 * 12.7062, number(noisy, "delta_vs_psam_ci_high_ratio"), 1e-5);
    assertEquals("2", noisy.get("delta_vs_psam_seeds"));
    assertEquals("student-t", noisy.get("delta_vs_psam_interval_method"));
    CSVRecord clean = csv.only("noise", "clean");
    assertEquals(-0.03, number(clean, "delta_vs_psam_mean_ratio"), 1e-12);
    assertEquals("", clean.get("delta_vs_psam_ci_low_ratio"));
    for (CSVRecord row : csv.rows()) {
      assertEquals(20 / 13.0, number(row, "gradient_evaluations_vs_psam_ratio"), 1e-12);
      assertEquals(20 / 13.0, number(row, "train_time_vs_psam_ratio"), 1e-12);
      assertEquals("", row.get("money_vs_psam_ratio"));
    }
  }

  @Test
  void comparesWithThePsamThatAgreesInMost() throws IOException {
    CsvFile csv =
        write(
            Fixture.run("psam", 1, 0.5).rho(0.05).record(),
            Fixture.run("psam", 1, 0.6).rho(0.2).record(),
            Fixture.run("sam", 1, 0.7).rho(0.2).record());
    CSVRecord sam = csv.only("optimizer", "sam");
    assertEquals(0.1, number(sam, "delta_vs_psam_mean_ratio"), 1e-12);
    assertTrue(sam.get("psam_hyperparameters_json").contains("\"rho\":0.2"));
  }

  @Test
  void hasNoRowWhereThereIsNoPsam() throws IOException {
    assertTrue(write(Fixture.run("sam", 1, 0.5).record()).rows().isEmpty());
  }

  @Test
  void summaryShowsBothInOneCell() throws IOException {
    write(
        Fixture.run("psam", 1, 0.50).record(),
        Fixture.run("psam", 2, 0.70).record(),
        Fixture.run("sam", 1, 0.52).record(),
        Fixture.run("sam", 2, 0.76).record());
    String summary = Files.readString(directory.resolve("summary.md"));
    assertTrue(summary.contains("| sam | +4.00 [-21.41, +29.41] for × 1.54 / × 1.54 |"), summary);
    assertTrue(summary.contains("| psam | reference |"), summary);
  }

  private CsvFile write(RunRecord... records) throws IOException {
    Reports.write(List.of(records), directory);
    return CsvFile.read(directory.resolve("versus_psam.csv"));
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
