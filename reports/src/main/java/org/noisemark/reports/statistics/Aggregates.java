package org.noisemark.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Figures over many strata at once, each a stratum's pairs of scores of two methods. */
public final class Aggregates {
  private Aggregates() {}

  /** The interquartile mean over all own scores of all strata. */
  public static StratifiedStatistic interquartileMean(List<Pairs> strata) {
    return new StratifiedStatistic(strata, new InterquartileMean(flat(strata, Pairs::own)));
  }

  /** The interquartile mean of all own scores less that of all others. */
  public static StratifiedStatistic interquartileMeanDifference(List<Pairs> strata) {
    return new StratifiedStatistic(
        strata,
        new InterquartileMean(flat(strata, Pairs::own)),
        new InterquartileMean(flat(strata, Pairs::other)));
  }

  /**
   * The probability of improvement of Agarwal et al., NeurIPS 2021: that an own score of a stratum
   * beats another score of it, an equal one counting half (Mann and Whitney's U over all n²
   * pairings), as the mean over strata.
   */
  public static StratifiedStatistic probabilityOfImprovement(List<Pairs> strata) {
    List<Wins> wins = strata.stream().map(Wins::of).toList();
    return new StratifiedStatistic(strata, times -> meanShare(wins, times));
  }

  private static double meanShare(List<Wins> strata, int[] times) {
    double sum = 0;
    int start = 0;
    for (Wins wins : strata) {
      sum += wins.share(times, start);
      start += wins.size();
    }
    return sum / strata.size();
  }

  private static double[] flat(List<Pairs> strata, Function<Pairs, double[]> side) {
    return strata.stream().map(side).flatMapToDouble(Arrays::stream).toArray();
  }
}
