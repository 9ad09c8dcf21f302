package org.noisemark.reports.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The mean of the middle half: a quarter of the values, rounded down, is cut off at each end.
 * Agarwal, Schwarzer, Castro, Courville, Bellemare, "Deep Reinforcement Learning at the Edge of the
 * Statistical Precipice", NeurIPS 2021, whose rliable takes it over all runs of all tasks at once.
 * Those of the same values in the same order are equal.
 */
final class InterquartileMean implements ToDoubleFunction<int[]> {
  private final double[] sorted;
  private final int[] ascending;

  /**
   * @param values at least 1, in any order
   */
  InterquartileMean(double[] values) {
    ascending = Order.ascending(values);
    sorted = new double[values.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values[ascending[i]];
    }
  }

  /**
   * The interquartile mean of a resample of as many values, added up from the smallest.
   *
   * @param times [values, as they were given] how often each is drawn
   */
  @Override
  public double applyAsDouble(int[] times) {
    // Two are written and as many kept as are drawn: rarely more, and quicker than a loop of 0 to 2
    // turns, whose end no processor foresees.
    double[] drawn = new double[sorted.length + 2];
    int next = 0;
    for (int i = 0; i < sorted.length; i++) {
      int count = times[ascending[i]];
      drawn[next] = sorted[i];
      drawn[next + 1] = sorted[i];
      for (int more = 2; more < count; more++) {
        drawn[next + more] = sorted[i];
      }
      next += count;
    }
    int cut = sorted.length / 4;
    double sum = 0;
    for (int i = cut; i < sorted.length - cut; i++) {
      sum += drawn[i];
    }
    return sum / (sorted.length - 2 * cut);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InterquartileMean mean
        && Arrays.equals(sorted, mean.sorted)
        && Arrays.equals(ascending, mean.ascending);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }
}
