package org.noisemark.cli.session;

import java.io.PrintStream;
import java.util.Locale;
import org.noisemark.datasets.FetchProgress;

/** A line for each tenth of each file, which suits terminals and logs alike. */
public final class DownloadProgress implements FetchProgress {
  private final PrintStream err;
  private String last = "";

  public DownloadProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void received(String file, long receivedBytes, long totalBytes) {
    long tenths = totalBytes > 0 ? receivedBytes * 10 / totalBytes : receivedBytes >> 23;
    String mark = file + tenths;
    if (mark.equals(last)) {
      return;
    }
    last = mark;
    double megabytes = receivedBytes / 1e6;
    err.println(
        totalBytes > 0
            ? String.format(Locale.ROOT, "%s: %.1f of %.1f MB", file, megabytes, totalBytes / 1e6)
            : String.format(Locale.ROOT, "%s: %.1f MB", file, megabytes));
  }
}
