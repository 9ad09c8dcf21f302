package org.noisemark.suite.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.harness.Tiny;

class ProgressTest {
  private static final int COLUMNS = 70;

  @TempDir Path directory;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @Test
  void linesAreOneForEachFinishedCell() throws IOException {
    Tiny.harness().run(Tiny.plan(), RunFolder.open(directory), 2, new ProgressLines(out));

    var lines = text().lines().toList();
    assertEquals(1 + 8, lines.size());
    assertEquals("tiny: 8 cells, 2 side by side", lines.get(0));
    for (int i = 1; i <= 8; i++) {
      assertTrue(
          lines
              .get(i)
              .matches(
                  "\\["
                      + i
                      + "/8\\] fashion-mnist-mini \\S+ mlp \\S+ seed \\d,"
                      + " test \\d+\\.\\d\\d %, \\d+\\.\\d s(, \\d+:\\d\\d left)?"),
          lines.get(i));
    }
    assertFalse(lines.get(8).contains("left"));
  }

  @Test
  void linesSayWhatWasDoneBeforeAndWhatFailed() throws IOException {
    var diverging = Tiny.plan(Tiny.SUITE.replace("rho: 0.1", "learning_rate: 1e300"));
    Tiny.harness().run(diverging.shard(1, 2), RunFolder.open(directory), 1, Progress.quiet());

    Tiny.harness().run(diverging, RunFolder.open(directory), 1, new ProgressLines(out));

    assertTrue(text().startsWith("tiny: 8 cells, 4 of them done before, 1 side by side"), text());
    assertTrue(text().contains("psam seed 1, diverged: the loss became"), text());
  }

  @Test
  void theBarStaysInItsLine() throws IOException {
    var progress = new ProgressBar(out, COLUMNS);
    Tiny.harness().run(Tiny.plan(), RunFolder.open(directory), 2, progress);
    progress.close();

    String[] drawings = text().split("\r");
    assertTrue(drawings.length > 8);
    for (var drawing : drawings) {
      assertTrue(drawing.stripTrailing().length() < COLUMNS, drawing);
    }
    assertTrue(text().contains("[####################] 8/8"), text());
    assertEquals(1, text().lines().filter(line -> line.startsWith("tiny:")).count());
    assertTrue(text().endsWith("\r"), "the cursor is back at an empty line");
  }

  @Test
  void timeLeftIsThatOfTheSameKindOrReckonedByGradients() {
    var cells = Tiny.plan().cells();
    var sgd = cells.get(0);
    var psam = cells.get(1);
    var timeLeft = new TimeLeft(2);
    assertEquals(Optional.empty(), timeLeft.of(Map.of(sgd, 1.0)));

    timeLeft.finished(sgd, 100);

    assertEquals(Duration.ofSeconds(50), timeLeft.of(Map.of(cells.get(2), 1.0)).orElseThrow());
    assertEquals(Duration.ofSeconds(65), timeLeft.of(Map.of(psam, 1.0)).orElseThrow());
    assertEquals(Duration.ofSeconds(25), timeLeft.of(Map.of(sgd, 0.5)).orElseThrow());
    timeLeft.finished(psam, 300);
    assertEquals(Duration.ofSeconds(150), timeLeft.of(Map.of(psam, 1.0)).orElseThrow());
    assertEquals("1:02:03", Clock.text(Duration.ofSeconds(3723)));
    assertEquals("2:03", Clock.text(Duration.ofSeconds(123)));
  }

  private String text() {
    return bytes.toString(UTF_8);
  }
}
