package org.noisemark.cli.options;

import java.util.List;
import java.util.Locale;

/** Options that are one of a few words. */
public final class Choices {
  private Choices() {}

  /**
   * @throws IllegalArgumentException in one line, if the value is none of the known ones
   */
  public static void require(String option, String value, List<String> known) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "unknown %s '%s', expected one of %s", option, value, known));
    }
  }
}
