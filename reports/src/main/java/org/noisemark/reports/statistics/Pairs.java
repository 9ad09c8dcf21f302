package org.noisemark.reports.statistics;

/**
 * The scores of two methods in one stratum, paired: the i-th of both come from the same seed. The
 * arrays are not copied and must not be changed.
 *
 * @param own [pairs], finite
 * @param other [pairs], finite
 */
public record Pairs(double[] own, double[] other) {
  public Pairs {
    if (own.length == 0 || own.length != other.length) {
      throw new IllegalArgumentException(
          "%d and %d scores are no pairs".formatted(own.length, other.length));
    }
  }

  int size() {
    return own.length;
  }

  /** The mean of own minus other. */
  double meanDifference() {
    return Estimate.mean(own) - Estimate.mean(other);
  }
}
