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
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    assertEquals(1, afterLosing("No space left on device", 0));
    assertEquals(3, afterLosing("No space left on device", 3), "what was found comes first");
    assertEquals(0, afterLosing("Broken pipe", 0), "head has read enough");
  }

  /** Escape sequences begin with U+001B, or with U+009B, two bytes in UTF-8. */
  @Test
  void noTextSteersTheTerminal() {
    var bytes = new ByteArrayOutputStream();
    var text = new StandardOutput(bytes).text();
    text.print("a\u001b[31mb\u0007\u007f\u009b2J\u0085 ä é\u00a0\t\r\n");
    text.flush();
    assertEquals("a?[31mb??\u00a02J\u00a0 ä é\u00a0\t\r\n", bytes.toString(StandardCharsets.UTF_8));
  }

  private static int afterLosing(String reason, int exitCode) {
    var full =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    full.text().println("results");
    var err = new ByteArrayOutputStream();
    int code = full.exitCode(exitCode, new PrintStream(err, true, StandardCharsets.UTF_8));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(code == 1, said.contains("text was lost: " + reason), said);
    return code;
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
