package org.noisemark.reports.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two one-sided tests of a mean paired difference μ (candidate minus baseline, higher is better)
 * against the same margin m, by Student's t with n − 1 degrees of freedom,
 *
 * <pre>  t = (mean + m) / (sd / √n).</pre>
 *
 * The t test holds at every n, also far out in the tails that a correction for many tests asks for,
 * where a bootstrap of ten differences has no resolution left. Where all differences are equal, sd
 * is 0 and both tests are decided by the mean alone.
 *
 * @param n paired differences, at least 1
 * @param sd with divisor n − 1; empty for n = 1, where nothing can be tested
 * @param margin the largest mean loss that is accepted, above 0, in the unit of the differences
 */
public record NonInferiority(int n, double mean, OptionalDouble sd, double margin) {
  /** More seeds than this decide nothing in practice. */
  static final int MOST_SEEDS = 1_000_000;

  /**
   * @param differences one a pair, at least 1, finite
   * @throws IllegalArgumentException if the margin is not above 0
   */
  public static NonInferiority of(double[] differences, double margin) {
    if (!(margin > 0)) {
      throw new IllegalArgumentException("a margin is above 0, got " + margin);
    }
    Estimate estimate = Estimate.of(differences);
    return new NonInferiority(estimate.n(), estimate.mean(), estimate.sd(), margin);
  }

  /** The p-value of "μ ≤ −m": small where a loss as large as the margin is excluded. */
  public double pExcluded() {
    return tail(1);
  }

  /** The p-value of "μ ≥ −m": small where a loss larger than the margin is shown. */
  public double pShown() {
    return tail(-1);
  }

  /** The one-sided lower confidence bound of μ; empty for n = 1. */
  public OptionalDouble lowerBound(double alpha) {
    return sd.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(mean - halfWidth(n, alpha));
  }

  /**
   * The number of seeds that decides, if mean and sd stay what they are: the smallest n with n > (t
   * · sd / |mean + m|)², t being the quantile of n − 1 degrees of freedom. Where the mean
   * difference is 0 that is the usual (t · sd / m)².
   *
   * @param alpha of the test that is to decide
   * @return empty for n = 1, which says nothing of sd, or where the mean lies so close to −m that
   *     more than a million would be needed
   */
  public OptionalInt seedsToDecide(double alpha) {
    double distance = Math.abs(mean + margin);
    if (sd.isEmpty() || !(halfWidth(MOST_SEEDS, alpha) < distance)) {
      return OptionalInt.empty();
    }
    int tooFew = 1;
    int enough = MOST_SEEDS;
    while (enough - tooFew > 1) { // the half width falls with n
      int middle = tooFew + (enough - tooFew) / 2;
      if (halfWidth(middle, alpha) < distance) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  private double halfWidth(int seeds, double alpha) {
    double t = TDistribution.of(seeds - 1).inverseSurvivalProbability(alpha);
    return t * sd.getAsDouble() / Math.sqrt(seeds);
  }

  private double tail(int direction) {
    if (sd.isEmpty()) {
      return 1;
    }
    double distance = direction * (mean + margin);
    if (sd.getAsDouble() == 0) {
      return distance > 0 ? 0 : 1;
    }
    double t = distance / (sd.getAsDouble() / Math.sqrt(n));
    return TDistribution.of(n - 1).survivalProbability(t);
  }
}
