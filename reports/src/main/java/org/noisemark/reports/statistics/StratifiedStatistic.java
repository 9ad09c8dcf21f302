package org.noisemark.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure over strata of pairs, made ready to be taken of many resamples of them. A resample says
 * of each pair how often it was drawn: what depends on the scores alone, their order first of all,
 * is found once.
 */
public final class StratifiedStatistic {
  private final int[] sizes;
  private final ToDoubleFunction<int[]> figure;

  /**
   * @param strata at least 1
   * @param figure of a resample, see {@link #of}
   */
  StratifiedStatistic(List<Pairs> strata, ToDoubleFunction<int[]> figure) {
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("a figure of no strata");
    }
    sizes = strata.stream().mapToInt(Pairs::size).toArray();
    this.figure = figure;
  }

  /** The figure of the strata as they are. */
  public double observed() {
    int[] once = new int[Arrays.stream(sizes).sum()];
    Arrays.fill(once, 1);
    return of(once);
  }

  /**
   * The figure of a resample, the same to the last bit as that of its pairs written out.
   *
   * @param times [pairs of all strata, one stratum after the other] how often each is drawn; those
   *     of a stratum add up to its size
   */
  double of(int[] times) {
    return figure.applyAsDouble(times);
  }

  /** The pairs in each stratum. */
  int[] sizes() {
    return sizes.clone();
  }
}
