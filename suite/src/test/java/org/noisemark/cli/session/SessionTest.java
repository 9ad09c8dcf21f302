package org.noisemark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.noisemark.datasets.DataHome;

class SessionTest {
  @Test
  void redrawsOnlyOnTerminalsThatCan() {
    assertEquals(120, Session.columns(Map.of("TERM", "xterm", "NOISEMARK_COLUMNS", "120")));
    assertEquals(0, Session.columns(Map.of("TERM", "dumb", "NOISEMARK_COLUMNS", "120")));
    assertEquals(0, Session.columns(Map.of("CI", "true", "NOISEMARK_COLUMNS", "120")));
    assertEquals(0, Session.columns(Map.of("TERM", "xterm", "NOISEMARK_COLUMNS", "wide")));
    assertEquals(0, Session.columns(Map.of("TERM", "xterm")));
  }

  @Test
  void tellsAnInternalErrorFromTheUsersMistake() {
    var err = new StringWriter();
    assertEquals(1, Failures.internal(new NoClassDefFoundError("a/B"), new PrintWriter(err, true)));
    assertTrue(err.toString().startsWith("noisemark: internal error"), err.toString());
    assertTrue(err.toString().contains("\tat "), "no stack trace");
  }

  @Test
  void outputThatWasLostIsNoSuccess() {
    var full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            true);
    var err = new ByteArrayOutputStream();
    var session = new Session(full, new PrintStream(err, true), new DataHome(Path.of("absent")));
    full.println("results");
    assertEquals(1, Failures.ofOutput(session, 0));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("noisemark: standard output is"));
    assertEquals(3, Failures.ofOutput(session, 3), "what the command found comes first");
  }

  @Test
  void saysTimesInTheTwoLargestUnits() {
    assertEquals("0 s", HumanTime.of(0.4));
    assertEquals("59 s", HumanTime.of(59.4));
    assertEquals("1 min 0 s", HumanTime.of(59.6));
    assertEquals("3 min 20 s", HumanTime.of(200));
    assertEquals("1 h 0 min", HumanTime.of(3599.9));
    assertEquals("26 h 30 min", HumanTime.of(95_400));
  }
}
