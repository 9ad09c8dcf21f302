package org.noisemark.reports.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's interval of a mean: mean ± t · sd / √n, with n − 1 degrees of freedom. */
final class StudentInterval {
  private StudentInterval() {}

  /**
   * @param n at least 2
   * @param confidence in (0, 1)
   */
  static Interval of(double mean, double sd, int n, double confidence) {
    double t = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2);
    double half = t * sd / Math.sqrt(n);
    return new Interval(mean - half, mean + half);
  }
}
