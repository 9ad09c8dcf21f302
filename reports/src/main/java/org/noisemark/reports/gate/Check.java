package org.noisemark.reports.gate;

import java.util.Locale;

/** What a gate looks at: a suite of the JUnit report each. */
public enum Check {
  /** Both sides are whole: every run there once, ended well, all numbers. */
  INPUT("every run is there once, ended well, and is made of numbers"),
  /** Both sides were made the same way. */
  SETTINGS("suite, version, engine, device, precision and hyper-parameters are the same"),
  QUALITY("the accuracy is not lower by the margin"),
  ALARM("the accuracy is not too good to be true"),
  NOISE("the noisy labels are the same"),
  COUNTERS("the counted cost is the same"),
  TIME("the training time is not longer by the limit, on the same machine");

  private final String asks;

  Check(String asks) {
    this.asks = asks;
  }

  /** What must hold, in a few words. */
  String asks() {
    return asks;
  }

  /** In lower case, as it stands in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
