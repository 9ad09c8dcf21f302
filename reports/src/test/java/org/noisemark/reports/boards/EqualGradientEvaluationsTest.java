package org.noisemark.reports.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** A made-up step of SGD takes 1 gradient evaluation, of SAM 2, of PSAM 1.3: 10, 20, 13 a run. */
class EqualGradientEvaluationsTest {
  @TempDir Path directory;

  /** SGD for 2 and for 4 epochs, SAM and PSAM for 2; accuracies such that the boards disagree. */
  private static List<RunRecord> suite() {
    var records = new ArrayList<RunRecord>();
    for (long seed = 1; seed <= 2; seed++) {
      records.add(Fixture.run("sgd", seed, 0.5).record());
      records.add(Edited.epochs(Fixture.run("sgd", seed, 0.875).record(), 4));
      records.add(Fixture.run("sam", seed, 0.75).record());
      records.add(Fixture.run("psam", seed, 0.625).record());
    }
    return records;
  }

  @Test
  void ranksMethodsThatTakeAsManyGradientEvaluations() throws IOException {
    List<CSVRecord> rows = csv("equal_gradient_evaluations.csv", suite());
    assertEquals(
        List.of(
            "sgd 2 10.0 rank  of epochs 3 versus sgd 0.0",
            "psam 2 13.0 rank  of epochs 2 versus sgd ",
            "sam 2 20.0 rank 2 of epochs 1 versus sgd -0.125",
            "sgd 4 20.0 rank 1 of epochs  versus sgd 0.0"),
        rows.stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %s rank %s of epochs %s versus sgd %s",
                        row.get("optimizer"),
                        row.get("epochs"),
                        row.get("gradient_evaluations_budget"),
                        row.get("rank"),
                        row.get("rank_equal_epochs"),
                        row.get("delta_vs_sgd_mean_ratio")))
            .toList());
    assertEquals("0.25", rows.get(2).get("delta_vs_sgd_equal_epochs_mean_ratio"));
    assertEquals("-0.125", rows.get(2).get("delta_vs_sgd_ci_low_ratio"));
    assertEquals("worse", rows.get(2).get("verdict"));
    assertEquals("best", rows.get(3).get("verdict"));
    assertEquals("-0.125", rows.get(2).get("selected_delta_vs_sgd_mean_ratio"));
  }

  /** The longer SGD is no rival, and no reference, at equal epochs. */
  @Test
  void theLeaderboardStaysAtEqualEpochs() throws IOException {
    List<CSVRecord> rows = csv("leaderboard.csv", suite());
    assertEquals(
        List.of("psam 2 2 0.125", "sam 2 1 0.25", "sgd 2 3 0.0", "sgd 4  0.0"),
        rows.stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %s %s",
                        row.get("optimizer"),
                        row.get("epochs"),
                        row.get("rank"),
                        row.get("delta_vs_sgd_mean_ratio")))
            .toList());
  }

  /** Its learning rate is that of SAM: it agrees with it in more than the right SGD does. */
  @Test
  void versusSgdMeansTheOneOfEqualEpochsWhateverElseAgrees() throws IOException {
    var records = new ArrayList<RunRecord>();
    records.add(Fixture.run("sgd", 1, 0.5).record());
    for (RunRecord record :
        List.of(
            Fixture.run("sam", 1, 0.75).record(),
            Edited.epochs(Fixture.run("sgd", 1, 0.875).record(), 4))) {
      records.add(
          Edited.with(
              record,
              Map.of(
                  "cell.training.learning_rate", 0.5,
                  "cell.training.momentum", 0.5)));
    }
    CSVRecord sam =
        csv("leaderboard.csv", records).stream()
            .filter(row -> row.get("optimizer").equals("sam"))
            .findFirst()
            .orElseThrow();
    assertEquals("0.25", sam.get("delta_vs_sgd_mean_ratio"));
    List<String> ratios =
        csv("cost.csv", records).stream()
            .map(row -> row.get("optimizer") + " " + row.get("gradient_evaluations_vs_sgd_ratio"))
            .toList();
    assertEquals(List.of("sam 2.0", "sgd 1.0", "sgd 2.0"), ratios);
  }

  @Test
  void aCountOnePercentAboveTheFewestIsEqualAndMoreIsNot() throws IOException {
    assertEquals("2", classes(101));
    assertEquals("3", classes(102));
  }

  /** Methods of 100, 101 or 102, and 202 evaluations; the classes do not chain. */
  private String classes(int evaluations) throws IOException {
    var records = new ArrayList<RunRecord>();
    String[] optimizers = {"asam", "fsam", "sam"};
    int[] counts = {100, evaluations, 202};
    for (int i = 0; i < 3; i++) {
      records.add(
          Edited.with(
              Fixture.run(optimizers[i], 1, 0.5).record(),
              Map.of("cost.gradient_evaluations", counts[i])));
    }
    return Long.toString(
        csv("equal_gradient_evaluations.csv", records).stream()
            .map(row -> row.get("gradient_evaluations_budget"))
            .distinct()
            .count());
  }

  @Test
  void aFailedRunKeepsItsPlaceAndItsBudgetIsThatOfTheOthers() throws IOException {
    var records = new ArrayList<>(suite());
    records.add(Fixture.failed("sam", 3, Status.DIVERGED).record());
    records.add(Fixture.failed("fsam", 1, Status.OOM).record());
    List<CSVRecord> rows = csv("equal_gradient_evaluations.csv", records);
    CSVRecord sam =
        rows.stream().filter(r -> r.get("optimizer").equals("sam")).findFirst().orElseThrow();
    assertEquals("20.0", sam.get("gradient_evaluations_budget"));
    assertEquals("3", sam.get("seeds"));
    CSVRecord unknown = rows.get(rows.size() - 1);
    assertEquals("fsam", unknown.get("optimizer"));
    assertEquals("", unknown.get("gradient_evaluations_budget"));
    assertEquals("", unknown.get("rank"));
    assertEquals("0.25", unknown.get("test_accuracy_final_mean_ratio"));
  }

  @Test
  void theTerminalSeesBothBoardsAndNamesTheLongerSgd() {
    String text = Reports.of(suite()).leaderboardText();
    assertTrue(text.contains("2 epochs where a label says nothing else"), text);
    String expected =
        """
        evaluations  optimizer                      0.4
                 10  sgd                     50.0 (0.0)
                 13  psam                    62.5 (0.0)
                 20  sam                     75.0 (0.0)
                 20  sgd epochs=4            87.5 (0.0)*
        """;
    assertTrue(text.contains(expected), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("sgd +50.0 \\(0.0\\)")), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("sgd epochs=4 +87.5 \\(0.0\\)")), text);
    assertTrue(
        text.lines().anyMatch(line -> line.matches("sgd epochs=4 +20.0 +2.00 +1.00 +1.54 .*")),
        text);
    String plain = Reports.of(List.of(Fixture.run("sgd", 1, 0.5).record())).leaderboardText();
    assertFalse(plain.contains("equal gradient evaluations"), plain);
  }

  private List<CSVRecord> csv(String file, List<RunRecord> records) throws IOException {
    Reports.of(records).write(directory);
    return CsvFile.read(directory.resolve(file)).rows();
  }
}
