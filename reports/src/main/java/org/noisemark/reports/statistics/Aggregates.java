package org.noisemark.reports.statistics;

import java.util.Arrays;
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
    return Estimate.mean(
        strata.stream().mapToDouble(Aggregates::probabilityOfImprovement).toArray());
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

  private static double[] flat(List<Pairs> strata, Function<Pairs, double[]> side) {
    return strata.stream().map(side).flatMapToDouble(Arrays::stream).toArray();
  }
}
