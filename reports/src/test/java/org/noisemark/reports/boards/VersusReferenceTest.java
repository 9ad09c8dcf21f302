package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.tables.CsvFile;

/** What each method costs against a reference, and what accuracy that buys, noise by noise. */
class VersusReferenceTest {
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

    List<CSVRecord> sam = ofSam(csv);
    assertEquals(2, sam.size());
    CSVRecord noisy = sam.get(1);
    assertEquals(0.04, number(noisy, "delta_mean_ratio"), 1e-12);
    // differences 0.02 and 0.06: sd 0.02 √2, standard error 0.02, t(0.975, 1) = 12.7062
    assertEquals(0.04 - 0.02 * 12.7062, number(noisy, "delta_ci_low_ratio"), 1e-5);
    assertEquals(0.04 + 0.02 * 12.7062, number(noisy, "delta_ci_high_ratio"), 1e-5);
    assertEquals("2", noisy.get("delta_seeds"));
    assertEquals("student-t", noisy.get("delta_interval_method"));
    CSVRecord clean = sam.get(0);
    assertEquals(-0.03, number(clean, "delta_mean_ratio"), 1e-12);
    assertEquals("", clean.get("delta_ci_low_ratio"));
    for (CSVRecord row : sam) {
      assertEquals(20 / 13.0, number(row, "gradient_evaluations_ratio"), 1e-12);
      assertEquals(20 / 13.0, number(row, "train_time_ratio"), 1e-12);
      assertEquals("", row.get("money_ratio"));
    }
  }

  @Test
  void comparesWithThePsamThatAgreesInMost() throws IOException {
    CsvFile csv =
        write(
            Fixture.run("psam", 1, 0.5).rho(0.05).record(),
            Fixture.run("psam", 1, 0.6).rho(0.2).record(),
            Fixture.run("sam", 1, 0.7).rho(0.2).record());
    CSVRecord sam = ofSam(csv).get(0);
    assertEquals(0.1, number(sam, "delta_mean_ratio"), 1e-12);
    assertTrue(sam.get("reference_hyperparameters_json").contains("\"rho\":0.2"));
  }

  @Test
  void hasNoRowWhereThereIsNoOtherReference() throws IOException {
    assertTrue(write(Fixture.run("sam", 1, 0.5).record()).rows().isEmpty());
  }

  @Test
  void followsTheReferencesOfTheSuite() throws IOException {
    var records = new ArrayList<RunRecord>();
    for (String optimizer : List.of("fsam", "sam", "psam")) {
      records.add(
          Edited.with(
              Fixture.run(optimizer, 1, 0.5).record(),
              Map.of("cell.suite.references", List.of("fsam", "sam"))));
    }
    CsvFile csv = write(records.toArray(RunRecord[]::new));
    assertEquals(
        List.of("fsam sam", "psam fsam", "psam sam", "sam fsam"),
        csv.rows().stream().map(row -> row.get("optimizer") + " " + row.get("reference")).toList());
    String cost = Files.readString(directory.resolve("cost.csv")).lines().findFirst().orElseThrow();
    assertTrue(cost.contains("gradient_evaluations_vs_fsam_ratio"), cost);
    assertFalse(cost.contains("psam"), cost);
    String board = Files.readString(directory.resolve("leaderboard.csv"));
    assertTrue(board.contains("delta_vs_fsam_mean_ratio"), board);
    assertTrue(Files.readString(directory.resolve("cost_to_target.csv")).contains(",fsam-final,"));
    String summary = Files.readString(directory.resolve("summary.md"));
    assertTrue(summary.contains("Against sam: what accuracy is bought"), summary);
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

  private static List<CSVRecord> ofSam(CsvFile csv) {
    return csv.rows().stream()
        .filter(row -> row.get("optimizer").equals("sam") && row.get("reference").equals("psam"))
        .toList();
  }

  private CsvFile write(RunRecord... records) throws IOException {
    Reports.of(List.of(records)).write(directory);
    return CsvFile.read(directory.resolve("versus_reference.csv"));
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
