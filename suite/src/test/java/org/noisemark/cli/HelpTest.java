package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final Path HOME = Path.of("absent");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "plan",
        "list",
        "data",
        "data list",
        "data fetch",
        "data verify",
        "noise",
        "report",
        "gate",
        "baseline",
        "baseline update",
        "calibrate-gate",
        "verify",
        "reproduce",
        "publish",
        "export",
        "cite",
        "history",
        "doctor",
        "bench",
        "completion",
        "steps"
      })
  void everyVerbHasAPageWithAnExample(String verb) {
    var words = (verb + " --help").strip().split(" ");
    var run = CommandLineRun.of(HOME, words);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("Usage: noisemark " + verb), run.out());
    assertTrue(run.out().matches("(?s).*Examples?:\\R  noisemark .*"), run.out());
    run.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void namesItsVersion() {
    var run = CommandLineRun.of(HOME, "--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().matches("noisemark \\d+\\.\\d+\\.\\d+\\S*( [0-9a-f]{40}(-dirty)?)?\\R"));
  }
}
