package org.noisemark.reports.statistics;

import java.util.List;
import java.util.function.Function;

/** Figures over many strata at once, each a stratum's pairs of scores of two methods. */
public final class Aggregates {
  private Aggregates() {}

  /** The interquartile mean over all own scores of all strata. */
  public static double interquartileMean(List<Pairs> strata) {
    return InterquartileMean.of(flat(strata, Pairs::own));
  }

  /** The interquartile mean of all own scores less that of all others. */
  public static double interquartileMeanDifference(List<Pairs> strata) {
    return interquartileMean(strata) - InterquartileMean.of(flat(strata, Pairs::other));
  }

  /**
   * The probability of improvement of Agarwal et al., NeurIPS 2021: that an own score of a stratum
   * beats another score of it, an equal one counting half (Mann and Whitney's U over all n²
   * pairings), as the mean over strata.
   */
  public static double probabilityOfImprovement(List<Pairs> strata) {
    double sum = 0;
    for (Pairs pairs : strata) {
      sum += probabilityOfImprovement(pairs);
    }
    return sum / strata.size();
  }

  private static double probabilityOfImprovement(Pairs pairs) {
    double won = 0;
    for (double own : pairs.own()) {
      for (double other : pairs.other()) {
        won += own > other ? 1 : own == other ? 0.5 : 0;
      }
    }
    return won / ((double) pairs.size() * pairs.size());
  }

  /** Loops, not streams: the bootstrap comes here ten thousand times. */
  private static double[] flat(List<Pairs> strata, Function<Pairs, double[]> side) {
    int size = 0;
    for (Pairs pairs : strata) {
      size += pairs.size();
    }
    double[] flat = new double[size];
    int next = 0;
    for (Pairs pairs : strata) {
      System.arraycopy(side.apply(pairs), 0, flat, next, pairs.size());
      next += pairs.size();
    }
    return flat;
  }
}
