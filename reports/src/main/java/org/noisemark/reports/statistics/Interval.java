package org.noisemark.reports.statistics;

import java.util.Locale;

/** A closed interval. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "interval from %s to %s is empty", low, high));
    }
  }

  /** Returns half of its width. */
  public double half() {
    return (high - low) / 2;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
