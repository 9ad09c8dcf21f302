package org.noisemark.reports.statistics;

/**
 * The scores of two methods in one stratum, paired: the i-th of both come from the same seed. The
 * arrays are not copied, for the bootstrap makes many, and must not be changed.
 *
 * @param own [pairs]
 * @param other [pairs]
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

  /** The pairs of these places, one of them as often as it is named. */
  Pairs at(int[] places) {
    double[] own = new double[places.length];
    double[] other = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      own[i] = this.own[places[i]];
      other[i] = this.other[places[i]];
    }
    return new Pairs(own, other);
  }

  /** The mean of own minus other. */
  double meanDifference() {
    return Estimate.mean(own) - Estimate.mean(other);
  }
}
