package org.noisemark.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;

/** A page stays one that a browser opens, however much was run, and says what it leaves out. */
@Tag("slow")
class LargePageTest {
  private static final int MOST_BYTES = 5_000_000;

  @TempDir Path directory;

  @Test
  void ofManyMethodsTheBestAreShown() throws IOException {
    var records = new ArrayList<RunRecord>();
    int methods = 400;
    for (int method = 0; method < methods; method++) {
      for (double rate : new double[] {0.2, 0.4, 0.6}) {
        double accuracy = 0.3 + 0.001 * method; // the last is the best
        records.add(
            Fixture.run("sam", 1, accuracy)
                .rho(0.001 * (method + 1))
                .noise("pairflip@1", rate)
                .record());
      }
    }
    String page = page(records);
    assertTrue(page.length() < MOST_BYTES, page.length() + " characters");
    assertTrue(page.contains("Of 1200 pairs of method and noise, 249 are shown"), "the note");
    assertTrue(page.contains(">sam rho=0.4<"), "the best");
    assertFalse(page.contains(">sam rho=0.001<"), "the worst");
    assertEquals(
        1201, Files.readAllLines(directory.resolve("leaderboard.csv")).size(), "all in the table");
  }

  @Test
  void ofManySeedsTheFirstRunsAreListed() throws IOException {
    var records = new ArrayList<RunRecord>();
    int seeds = 1_600;
    for (int rate = 1; rate <= 10; rate++) {
      for (int seed = 1; seed <= seeds; seed++) {
        records.add(
            Fixture.run("sgd", seed, 0.5 + 1e-6 * seed).noise("pairflip@1", 0.04 * rate).record());
      }
    }
    String page = page(records);
    assertTrue(page.length() < MOST_BYTES, page.length() + " characters");
    assertTrue(page.contains("the first 1500 runs of each method and noise are listed"));
    assertTrue(page.contains("1600 of them, 1 to 1600"), "the seeds");
  }

  private String page(List<RunRecord> records) throws IOException {
    Reports.of(records).write(directory);
    return Files.readString(directory.resolve("index.html"));
  }
}
