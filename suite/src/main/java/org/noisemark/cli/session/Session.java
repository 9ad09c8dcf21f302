package org.noisemark.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Map;
import org.noisemark.datasets.DataHome;
import org.noisemark.reports.records.Json;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.progress.ProgressBar;
import org.noisemark.suite.progress.ProgressLines;

/**
 * What a command works with.
 *
 * @param out results, and nothing else
 * @param err progress and messages
 * @param home where data sets are kept
 */
public record Session(PrintStream out, PrintStream err, DataHome home) {
  /** Set by the launcher, which can tell what standard error is: 0 if it is no terminal. */
  private static final String COLUMNS = "NOISEMARK_COLUMNS";

  /** Prints a result for a program to read. */
  public void json(Object result) {
    out.print(new String(Json.pretty(result), UTF_8));
  }

  /** Returns the progress that fits what standard error is. */
  public Progress progress(boolean quiet) {
    int columns = columns(System.getenv());
    if (quiet) {
      return Progress.quiet();
    }
    return columns > 0 ? new ProgressBar(err, columns) : new ProgressLines(err);
  }

  /** Returns the width of a terminal that can redraw a line; 0 for pipes, CI and dumb ones. */
  static int columns(Map<String, String> environment) {
    boolean plain = environment.containsKey("CI") || "dumb".equals(environment.get("TERM"));
    String columns = environment.getOrDefault(COLUMNS, "");
    return plain || !columns.matches("\\d{1,6}") ? 0 : Integer.parseInt(columns);
  }
}
