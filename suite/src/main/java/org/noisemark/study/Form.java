package org.noisemark.study;

import java.util.Locale;

/** The extent in which a study is run. */
public enum Form {
  /** The one that verdicts are published of. */
  FULL,
  /** Seconds: two seeds, few epochs, few examples. Shows that it runs, and nothing else. */
  SMALL,
  /** Settings near those of the papers, for an NVIDIA GPU. */
  GPU;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
