package org.noisemark.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;

class ForReadingTest {
  @TempDir Path directory;

  private static final List<RunRecord> RECORDS =
      List.of(
          Fixture.run("sgd", 1, 0.5).record(),
          Fixture.run("sgd", 2, 0.5).record(),
          Fixture.run("sam", 1, 0.75).record(),
          Fixture.run("sam", 2, 0.75).record(),
          Fixture.failed("psam", 1, Status.DIVERGED).detail("a | b <script>").record(),
          Fixture.run("sam", 1, 0.875).noise("clean", 0).record());

  @Test
  void theTerminalSeesAnAlignedTable() {
    String text = Reports.of(RECORDS).leaderboardText();
    String expected =
        """
        squares, mlp, reference on cpu, float64
        Final test accuracy in percent (half the interval); n = 1 to 2 seeds, 95 % intervals: none, student-t.
        * best, ~ at most 1 point below it, ? cannot tell, else worse, all by the interval of the
        difference, paired by seed; a failed run counts as chance.
        No flipped label is memorised here: this board compares optimizers, not their robustness.
        Told apart: 1 of 1 pairs of methods (0 of 0 clean, 1 of 1 symmetric-exclusive 0.4).
        The median pair shows differences from 0.0 points on; 1 point takes 2 seeds.

                        clean  symmetric-exclusive@1
        optimizer                               0.4
        psam               -                   25.0
        sam             87.5*            75.0 (0.0)*
        sgd                -             50.0 (0.0)

        Gain over sgd in points, at the last epoch / at the one that the noisy validation split selects.

                        clean  symmetric-exclusive@1
        optimizer                               0.4
        psam               -            -25.0/-25.0
        sam                -            +25.0/+25.0
        sgd                -                      -

        Cost: mean per run over noises and seeds; x is a multiple of that optimizer's.

                      gradient                           train                           step
        optimizer  evaluations  x sgd  x sam x psam    seconds  x sgd  x sam x psam        ms
        psam                 -      -      -      -          -      -      -      -         -
        sam               20.0   2.00   1.00      -       2.50   2.00   1.00      -     10.00
        sgd               10.0   1.00   0.50      -       1.25   1.00   0.50      -     10.00
        """;
    assertEquals(expected, text.substring(text.indexOf("squares, mlp, reference on")));
    assertTrue(text.startsWith("test 1.0.0, 6 runs: 5 ok, 1 diverged\n"), text);
    assertTrue(text.contains("diverged: squares, symmetric-exclusive 0.4, mlp, psam, seed 1"));
  }

  @Test
  void manyNoisesAreWrappedIntoBlocks() {
    var records = new ArrayList<RunRecord>();
    for (int i = 0; i < 20; i++) {
      records.add(Fixture.run("sgd", 1, 0.5).noise("pairflip@1", i / 20.0).record());
    }
    String text = Reports.of(records).leaderboardText();
    assertTrue(text.lines().allMatch(line -> line.length() <= 104), text);
    assertTrue(text.chars().allMatch(c -> c < 128), text);
    assertEquals(20, text.split("50.0\\*", -1).length - 1);
  }

  @Test
  void theSummaryNamesSeedsMethodBestAndFailures() throws IOException {
    Reports.of(RECORDS).write(directory);
    String summary = Files.readString(directory.resolve("summary.md"));
    assertTrue(summary.contains("| sam | **87.50** | **75.00 ± 0.00** |"), summary);
    assertTrue(
        summary.contains("| sam | - | +25.00 [+25.00, +25.00] |\n| sgd | - | reference |"),
        summary);
    assertTrue(summary.contains("n = 1 to 2 seeds, 95 % intervals: none, student-t"), summary);
    assertTrue(summary.contains("6 runs: 5 ok, 1 diverged"), summary);
    assertTrue(summary.contains("a \\| b \\<script\\>"), summary);
    assertTrue(summary.contains("commit unknown"), summary);
    assertTrue(
        summary.contains(
            "| sam | 3 | 20.0 | 2.00 | 1.00 | - | 2.50 | 2.00 | 1.00 | - | 10.00 | 32 |"),
        summary);
  }

  @Test
  void methodsThatDifferInHyperparametersAreNamedByThem() {
    String text =
        Reports.of(
                List.of(
                    Fixture.run("sam", 1, 0.5).rho(0.05).record(),
                    Fixture.run("sam", 1, 0.75).rho(0.1).record()))
            .leaderboardText();
    assertTrue(text.contains("sam rho=0.05"), text);
    assertTrue(text.contains("sam rho=0.1"), text);
  }

  @Test
  void aMethodTunedToEachNoiseIsOneRow() {
    String text =
        Reports.of(
                List.of(
                    Fixture.run("sam", 1, 0.5).rho(0.05).record(),
                    Fixture.run("sam", 1, 0.75).rho(0.1).noise("clean", 0).record()))
            .leaderboardText();
    assertTrue(text.lines().anyMatch(line -> line.matches("sam +75.0\\* +50.0\\*")), text);
  }
}
