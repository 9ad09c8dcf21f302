package org.noisemark.noise;

/**
 * The last check of a draw: whether it has the specified rate. It guards against errors of the
 * program, as an exact draw cannot miss, and a Bernoulli draw misses in fewer than two of a
 * billion.
 */
final class Tolerance {
  /** −ln(p / 2) for p = 2e−9, the two-sided tail of six standard deviations. */
  private static final double LOG_RARITY = 20.72;

  private Tolerance() {}

  /**
   * @param flipProbabilities for each example how likely its label was to become wrong
   */
  static void check(NoisyLabels noisy, double[] flipProbabilities) {
    double expected = 0;
    double variance = 0;
    for (double flip : flipProbabilities) {
      expected += flip;
      variance += flip * (1 - flip);
    }
    check(noisy.spec().count(), noisy.flips(), expected, variance, noisy.size());
  }

  /**
   * @throws IllegalStateException if the flips are further from those expected than the draw allows
   */
  static void check(
      NoiseSpec.Count count, int flips, double expected, double variance, int examples) {
    double allowed = 1e-6 + (count == NoiseSpec.Count.EXACT ? 0.5 : bernstein(variance));
    if (Math.abs(flips - expected) > allowed) {
      throw new IllegalStateException(
          flips
              + " of "
              + examples
              + " labels were flipped, expected "
              + expected
              + " within "
              + allowed);
    }
  }

  /**
   * Bernstein's inequality solved for the deviation: about 6.4 standard deviations for large
   * counts, and right for small ones too, where six deviations of a binomial are not rare.
   */
  private static double bernstein(double variance) {
    return variance == 0
        ? 0
        : LOG_RARITY / 3 + Math.sqrt(LOG_RARITY * LOG_RARITY / 9 + 2 * LOG_RARITY * variance);
  }
}
