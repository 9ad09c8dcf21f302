package org.noisemark.study;

import java.util.Arrays;
import java.util.Locale;

/** The extent in which a study is run. */
public enum Form {
  /** The one that verdicts are published of. */
  FULL,
  /** Seconds: two seeds, few epochs, few examples. Shows that it runs, and nothing else. */
  SMALL,
  /** Settings near those of the papers, for an NVIDIA GPU. */
  GPU;

  /**
   * @throws IllegalArgumentException if there is none of that label
   */
  public static Form named(String label) {
    return Arrays.stream(values())
        .filter(form -> form.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "no form '%s', expected one of %s",
                        label,
                        Arrays.stream(values()).map(Form::label).toList())));
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
