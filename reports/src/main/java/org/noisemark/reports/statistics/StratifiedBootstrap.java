package org.noisemark.reports.statistics;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The stratified bootstrap of Agarwal et al., NeurIPS 2021 (rliable): runs are drawn again, with
 * replacement, inside each stratum, and the interval is the percentiles' of the statistic over all
 * strata. Departure: rliable draws the runs of two methods that are compared one without the other;
 * here both have the same seeds, so a pair is drawn as one.
 */
public final class StratifiedBootstrap {
  /** With this many, (resamples + 1) · 0.025 is a whole number. */
  static final int RESAMPLES = 9999;

  /** The same for every interval, so that a report is a function of its records. */
  static final long SEED = 2021;

  private StratifiedBootstrap() {}

  /** Returns the interval at {@link Estimate#CONFIDENCE}. */
  public static Interval of(StratifiedStatistic statistic) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
    int[] sizes = statistic.sizes();
    double[] values = new double[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      values[b] = statistic.of(draw(sizes, random));
    }
    Arrays.sort(values);
    int cut = (int) Math.round((1 - Estimate.CONFIDENCE) / 2 * (RESAMPLES + 1));
    return new Interval(values[cut - 1], values[RESAMPLES - cut]);
  }

  /** How often each pair is drawn, stratum after stratum. */
  private static int[] draw(int[] sizes, UniformRandomProvider random) {
    int[] times = new int[Arrays.stream(sizes).sum()];
    int start = 0;
    for (int size : sizes) {
      for (int i = 0; i < size; i++) {
        times[start + random.nextInt(size)]++;
      }
      start += size;
    }
    return times;
  }
}
