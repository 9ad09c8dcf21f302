package org.noisemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.DataHome;

/** What a command answered. */
record CommandLineRun(int exitCode, String out, String err) {
  /**
   * Runs a command in this process.
   *
   * @param home where data sets are kept
   */
  static CommandLineRun of(Path home, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var session = new Session(print(out), print(err), new DataHome(home));
    int exitCode = Main.run(session, arguments);
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
