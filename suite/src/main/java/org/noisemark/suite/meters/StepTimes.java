package org.noisemark.suite.meters;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** The seconds of each step; on a device of its own, of each block of steps by their mean. */
public final class StepTimes {
  /** Steps left out of the figures: those that the JVM's compilers and a device's start cost. */
  public static final int WARMUP = 5;

  private static final Quantile NEAREST_RANK =
      Quantile.withDefaults().with(EstimationMethod.HF1).withCopy(true);

  private double[] seconds = new double[256];
  private int count;

  /** Adds steps of which only the time of all is known: each counts as their mean. */
  public void add(double allSeconds, int steps) {
    if (count + steps > seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * (count + steps));
    }
    Arrays.fill(seconds, count, count + steps, allSeconds / steps);
    count += steps;
  }

  /** Returns the seconds of each step. */
  public double[] all() {
    return Arrays.copyOf(seconds, count);
  }

  /** Begins with steps that were taken before, in another process. */
  public void restore(double[] before) {
    seconds = Arrays.copyOf(before, Math.max(before.length, seconds.length));
    count = before.length;
  }

  /**
   * Returns the smallest time that at least the share of all steps after the warm-up do not exceed
   * (nearest rank); null with no step left.
   *
   * @param share in (0, 1]
   */
  public Double quantile(double share) {
    if (count <= WARMUP) {
      return null;
    }
    return NEAREST_RANK.evaluateRange(seconds, WARMUP, count, share);
  }
}
