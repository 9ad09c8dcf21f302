package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.tables.CsvFile;

class LeaderboardTest {
  private static final String LEADING =
      "suite_version,dataset,noise,noise_rate,network,optimizer,rank,seeds,"
          + "test_accuracy_final_mean_ratio,test_accuracy_final_sd_ratio,"
          + "test_accuracy_final_ci_low_ratio,test_accuracy_final_ci_high_ratio,"
          + "delta_vs_sgd_mean_ratio,delta_vs_sgd_ci_low_ratio,delta_vs_sgd_ci_high_ratio,"
          + "gradient_evaluations_total,train_time_seconds";

  @TempDir Path directory;

  /** Equal seeds and single seeds leave nothing to the quantiles of t: all is exact by hand. */
  @Test
  void agreesWithFiveRowsByHand() throws IOException {
    CsvFile board =
        board(
            Fixture.run("sgd", 1, 0.5).record(),
            Fixture.run("sgd", 2, 0.5).record(),
            Fixture.run("sam", 1, 0.75).record(),
            Fixture.run("sam", 2, 0.75).record(),
            Fixture.run("psam", 1, 0.75).record(),
            Fixture.failed("fsam", 1, Status.DIVERGED).record(),
            Fixture.run("sam", 1, 0.875).noise("clean", 0).record());
    String noise = "1.0.0,squares,symmetric-exclusive@1,0.4,mlp,";
    assertEquals(
        List.of(
            LEADING,
            "1.0.0,squares,clean,0.0,mlp,sam,1,1,0.875,,,,,,,20.0,2.5",
            noise + "fsam,4,1,0.25,,,,-0.25,,,,",
            noise + "psam,1,1,0.75,,,,0.25,,,13.0,1.625",
            noise + "sam,1,2,0.75,0.0,0.75,0.75,0.25,0.25,0.25,20.0,2.5",
            noise + "sgd,3,2,0.5,0.0,0.5,0.5,0.0,0.0,0.0,10.0,1.25"),
        leading(board, 17));
  }

  /**
   * Both methods vary by 0.3 between seeds, their difference hardly: unpaired, 0 would be inside.
   */
  @Test
  void pairsBySeed() throws IOException {
    double[] sgd = {0.2, 0.5, 0.8};
    double[] gain = {0.02, 0.03, 0.04};
    var records = new ArrayList<RunRecord>();
    for (int seed = 0; seed < 3; seed++) {
      records.add(Fixture.run("sgd", seed, sgd[seed]).record());
      records.add(Fixture.run("sam", seed, sgd[seed] + gain[seed]).record());
    }
    records.add(Fixture.run("sam", 99, 0.99).record()); // without a partner: not in the difference
    CSVRecord row = board(records.toArray(RunRecord[]::new)).only("optimizer", "sam");
    double half = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)) * 0.01 / Math.sqrt(3); // t, 2 degrees
    assertEquals(0.03, number(row, "delta_vs_sgd_mean_ratio"), 1e-12);
    assertEquals(0.03 - half, number(row, "delta_vs_sgd_ci_low_ratio"), 1e-9);
    assertEquals(0.03 + half, number(row, "delta_vs_sgd_ci_high_ratio"), 1e-9);
    assertEquals("3", row.get("delta_vs_sgd_seeds"));
    assertEquals("4", row.get("seeds"));
  }

  @Test
  void tellsByThePairedIntervalWhatABoardCan() throws IOException {
    double[] base = {0.2, 0.5, 0.8};
    double[] near = {0.199, 0.499, 0.7995}; // less 0.0008 ± 0.0007
    double[] wide = {0.19, 0.51, 0.79}; // less 0.003 ± 0.029
    var records = new ArrayList<RunRecord>();
    for (int seed = 0; seed < 3; seed++) {
      records.add(Fixture.run("sam", seed, base[seed]).record());
      records.add(Fixture.run("psam", seed, wide[seed]).record());
      records.add(Fixture.run("asam", seed, near[seed]).record());
      records.add(Fixture.run("sgd", seed, base[seed] - 0.05).record());
    }
    CsvFile board = board(records.toArray(RunRecord[]::new));
    assertEquals("inconclusive", board.only("optimizer", "psam").get("verdict"));
    assertEquals("tied", board.only("optimizer", "asam").get("verdict"));
    assertEquals("worse", board.only("optimizer", "sgd").get("verdict"));
    assertEquals("best", board.only("optimizer", "sam").get("verdict"));
    // A half-width of 0.01 − 0.0033 with a standard deviation of 0.0115: t(n − 1) · sd / √n.
    assertEquals("15", board.only("optimizer", "psam").get("verdict_seeds_needed"));
    assertEquals("", board.only("optimizer", "sgd").get("verdict_seeds_needed"));
    assertEquals("1", board.only("optimizer", "sam").get("rank"));
  }

  @Test
  void aFailedRunCountsAsChance() throws IOException {
    for (Status status : Status.values()) {
      if (status != Status.OK) {
        CSVRecord row =
            board(Fixture.run("sam", 1, 0.75).record(), Fixture.failed("sam", 2, status).record())
                .only("optimizer", "sam");
        assertEquals(0.5, number(row, "test_accuracy_final_mean_ratio"));
        assertEquals("2", row.get("seeds"));
        assertEquals("1", row.get("runs_" + status.label() + "_total"));
        assertEquals("20.0", row.get("gradient_evaluations_total"));
      }
    }
  }

  @Test
  void aFailureBeforeTheLabelsTakesTheClassesFromAnotherRun() throws IOException {
    RunRecord early = Fixture.failed("sam", 1, Status.OOM).withoutNoise();
    CsvFile known = board(early, Fixture.run("sgd", 1, 0.75).record());
    assertEquals("0.25", known.only("optimizer", "sam").get("test_accuracy_final_mean_ratio"));
    CSVRecord unknown = board(early).only("optimizer", "sam");
    assertEquals("", unknown.get("test_accuracy_final_mean_ratio"));
    assertEquals("", unknown.get("rank"));
    assertEquals("0", unknown.get("seeds"));
  }

  @Test
  void keepsHyperparametersApartAndPicksTheNearestSgd() throws IOException {
    CsvFile board =
        board(
            Fixture.run("sam", 1, 0.75).rho(0.05).record(),
            Fixture.run("sam", 1, 0.5).rho(0.1).record(),
            Fixture.run("sgd", 1, 0.25).record());
    assertEquals(3, board.rows().size());
    assertEquals("0.5", board.rows().get(0).get("delta_vs_sgd_mean_ratio"));
    assertEquals("0.25", board.rows().get(1).get("delta_vs_sgd_mean_ratio"));
  }

  @Test
  void bootstrapsFromEightSeeds() throws IOException {
    var records = new ArrayList<RunRecord>();
    for (int seed = 0; seed < 8; seed++) {
      records.add(Fixture.run("sgd", seed, 0.5 + 0.01 * seed).record());
    }
    CSVRecord row = board(records.toArray(RunRecord[]::new)).only("optimizer", "sgd");
    assertEquals("bca-bootstrap", row.get("interval_method"));
    assertEquals("bca-bootstrap", row.get("delta_vs_sgd_interval_method"));
    assertEquals(
        "student-t",
        board(records.subList(0, 7).toArray(RunRecord[]::new))
            .only("optimizer", "sgd")
            .get("interval_method"));
  }

  /** The gap between the oracle's epoch and the last is over the runs that ended well. */
  @Test
  void tellsHowFarTheOracleIsAway() throws IOException {
    CSVRecord row =
        board(
                Edited.with(Fixture.run("sam", 1, 0.5).record(), Map.of("accuracy.best", 0.625)),
                Edited.with(Fixture.run("sam", 2, 0.5).record(), Map.of("accuracy.best", 0.75)),
                Fixture.failed("sam", 3, Status.DIVERGED).record())
            .only("optimizer", "sam");
    String gap = "test_accuracy_best_minus_final";
    double half = Math.tan(Math.PI * 0.475) * 0.0625; // t of one degree is a Cauchy variable
    assertEquals(0.1875, number(row, gap + "_mean_ratio"));
    assertEquals(0.125 / Math.sqrt(2), number(row, gap + "_sd_ratio"), 1e-12);
    assertEquals(0.1875 - half, number(row, gap + "_ci_low_ratio"), 1e-9);
    assertEquals(0.1875 + half, number(row, gap + "_ci_high_ratio"), 1e-9);
    assertEquals("2", row.get("epochs"));
    // 0.5, 0.5 and chance: what is ranked knows nothing of the best epoch.
    assertEquals(1.25 / 3, number(row, "test_accuracy_final_mean_ratio"), 1e-12);
  }

  private CsvFile board(RunRecord... records) throws IOException {
    Reports.of(List.of(records)).write(directory);
    return CsvFile.read(directory.resolve("leaderboard.csv"));
  }

  private static List<String> leading(CsvFile board, int columns) {
    var lines = new ArrayList<String>();
    lines.add(String.join(",", board.header().subList(0, columns)));
    board.rows().forEach(row -> lines.add(String.join(",", row.toList().subList(0, columns))));
    return lines;
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
