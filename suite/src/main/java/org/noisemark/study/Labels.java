package org.noisemark.study;

import org.noisemark.reports.study.Measurement;

/** The two kinds of labels that most studies hold beside each other. */
enum Labels {
  CLEAN("clean", "clean"),
  NOISY("symmetric-exclusive 0.4", "noisy");

  private final String level;
  private final String word;

  Labels(String level, String word) {
    this.level = level;
    this.word = word;
  }

  /** Returns the noise as settings begin with it. */
  String level() {
    return level;
  }

  /** Returns "clean" or "noisy". */
  String word() {
    return word;
  }

  /** Returns whether a measurement's setting is one with flipped labels. */
  static boolean areFlipped(Measurement measurement) {
    return !measurement.setting().startsWith(CLEAN.level);
  }
}
