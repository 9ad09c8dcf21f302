package org.noisemark.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval of Efron, "Better Bootstrap Confidence
 * Intervals", JASA 82 (1987): quantiles of the resampled statistic at the levels
 *
 * <pre>  Φ(z0 + (z0 + z) / (1 − a (z0 + z))),  z = Φ⁻¹(α/2) and Φ⁻¹(1 − α/2)</pre>
 *
 * with z0 = Φ⁻¹(share of resamples below the estimate) and the acceleration a from the jackknife
 * (Efron and Tibshirani 1993, equations 14.14 and 14.15). Departures: a resample equal to the
 * estimate counts half as below it (accuracies are discrete, so that ties are common), and the
 * share is kept off 0 and 1 by half a resample.
 */
final class BcaInterval {
  /** With this many, (resamples + 1) · 0.025 is a whole number. */
  static final int RESAMPLES = 9999;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private BcaInterval() {}

  /**
   * @param sample at least 2 values
   * @param confidence in (0, 1)
   */
  static Interval of(double[] sample, SampleStatistic statistic, double confidence, int resamples) {
    double estimate = statistic.of(sample);
    double[] resampled = statistic.ofResamples(sample, resamples);
    Arrays.sort(resampled);
    double z0 = bias(resampled, estimate);
    double a = acceleration(sample, statistic);
    double z = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    return new Interval(
        quantile(resampled, level(z0, a, -z)), quantile(resampled, level(z0, a, z)));
  }

  private static double bias(double[] resampled, double estimate) {
    // The same values added in another order differ in the last digits.
    double rounding = 1e-9 * (resampled[resampled.length - 1] - resampled[0]);
    double below = 0;
    for (double value : resampled) {
      below += value < estimate - rounding ? 1 : value <= estimate + rounding ? 0.5 : 0;
    }
    double share = below / resampled.length;
    double edge = 0.5 / resampled.length;
    return NORMAL.inverseCumulativeProbability(Math.min(1 - edge, Math.max(edge, share)));
  }

  /** Σ d³ / (6 (Σ d²)^1.5) over the jackknife's distances from its mean; 0 if all are 0. */
  static double acceleration(double[] sample, SampleStatistic statistic) {
    double[] leftOut = statistic.leavingOutEach(sample);
    double mean = Estimate.mean(leftOut);
    double squares = 0;
    double cubes = 0;
    for (double value : leftOut) {
      double distance = mean - value;
      squares += distance * distance;
      cubes += distance * distance * distance;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double level(double z0, double a, double z) {
    return NORMAL.cumulativeProbability(z0 + (z0 + z) / (1 - a * (z0 + z)));
  }

  /** The (B + 1) · level-th smallest, between two of them linearly. */
  private static double quantile(double[] sorted, double level) {
    double position = (sorted.length + 1) * level - 1;
    int below = (int) Math.max(0, Math.min(sorted.length - 1, Math.floor(position)));
    int above = Math.min(sorted.length - 1, below + 1);
    double share = Math.max(0, Math.min(1, position - below));
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }
}
