package org.noisemark.reports.statistics;

import java.util.Arrays;

/**
 * The mean of the middle half: a quarter of the values, rounded down, is cut off at each end.
 * Agarwal, Schwarzer, Castro, Courville, Bellemare, "Deep Reinforcement Learning at the Edge of the
 * Statistical Precipice", NeurIPS 2021, whose rliable takes it over all runs of all tasks at once.
 */
public final class InterquartileMean {
  private InterquartileMean() {}

  /**
   * @param values at least 1, in any order
   */
  public static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    return Estimate.mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
  }
}
