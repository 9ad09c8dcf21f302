package org.noisemark.nn;

import org.noisemark.datasets.Seeds;

/**
 * Which values a dropout layer keeps: a function of the example's seed, of which of the network's
 * dropout layers it is, and of the value's index, so that every engine computes the same.
 */
public final class DropoutMask {
  /** Bits of a hash that are compared with the rate. */
  public static final int BITS = 24;

  private DropoutMask() {}

  /** Returns the seed of a layer, from which the values of an example are numbered. */
  public static long ofLayer(long exampleSeed, int layer) {
    return Seeds.derive(exampleSeed, layer);
  }

  /** Returns the least hash of {@link #BITS} bits that is kept. */
  public static long threshold(double rate) {
    return Math.round(rate * (1L << BITS));
  }

  /**
   * Returns the factors of one example's values.
   *
   * @param exampleSeed of {@link org.noisemark.datasets.Batch#seeds}
   * @param layer number among the network's dropout layers in the canonical order, from 0
   * @param values of one example, in the order [channel, row, column]
   * @return 0 or 1 / (1 − rate), one a value
   */
  public static double[] factors(long exampleSeed, int layer, int values, double rate) {
    long seed = ofLayer(exampleSeed, layer);
    long threshold = threshold(rate);
    double kept = 1 / (1 - rate);
    var factors = new double[values];
    for (int i = 0; i < values; i++) {
      factors[i] = Seeds.derive(seed, i) >>> (Long.SIZE - BITS) >= threshold ? kept : 0;
    }
    return factors;
  }
}
