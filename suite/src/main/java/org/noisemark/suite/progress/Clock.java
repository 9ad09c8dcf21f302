package org.noisemark.suite.progress;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
final class Clock {
  private Clock() {}

  /** Returns "2:03" or "1:02:03". */
  static String text(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
