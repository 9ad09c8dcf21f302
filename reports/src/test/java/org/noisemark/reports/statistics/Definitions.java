package org.noisemark.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** The statistics as their papers write them, slowly, on pairs that are written out. */
final class Definitions {
  private Definitions() {}

  /** A statistic that writes the pairs of each resample out. */
  static StratifiedStatistic statistic(
      List<Pairs> strata, ToDoubleFunction<List<Pairs>> definition) {
    return new StratifiedStatistic(
        strata, times -> definition.applyAsDouble(written(strata, times)));
  }

  static double interquartileMean(List<Pairs> strata) {
    return middle(strata.stream().map(Pairs::own).flatMapToDouble(Arrays::stream).toArray());
  }

  static double interquartileMeanDifference(List<Pairs> strata) {
    return interquartileMean(strata)
        - middle(strata.stream().map(Pairs::other).flatMapToDouble(Arrays::stream).toArray());
  }

  static double probabilityOfImprovement(List<Pairs> strata) {
    double sum = 0;
    for (Pairs pairs : strata) {
      double won = 0;
      for (double own : pairs.own()) {
        for (double other : pairs.other()) {
          won += own > other ? 1 : own == other ? 0.5 : 0;
        }
      }
      sum += won / ((double) pairs.size() * pairs.size());
    }
    return sum / strata.size();
  }

  /** The percentiles of resamples drawn stratum by stratum, pair by pair. */
  static Interval bootstrap(
      List<Pairs> strata,
      ToDoubleFunction<List<Pairs>> definition,
      UniformRandomProvider random,
      int resamples) {
    double[] values = new double[resamples];
    for (int b = 0; b < resamples; b++) {
      var drawn = new ArrayList<Pairs>();
      for (Pairs pairs : strata) {
        drawn.add(at(pairs, random.ints(pairs.size(), 0, pairs.size())));
      }
      values[b] = definition.applyAsDouble(drawn);
    }
    Arrays.sort(values);
    int cut = (resamples + 1) / 40;
    return new Interval(values[cut - 1], values[resamples - cut]);
  }

  /** The sign-flip test of one stratum, sign by sign. */
  static double signFlip(Pairs pairs, UniformRandomProvider random) {
    int n = pairs.size();
    boolean exact = n <= SignFlipTest.EXACT_UP_TO;
    int draws = exact ? 1 << n : SignFlipTest.DRAWS;
    double observed = 0;
    for (int i = 0; i < n; i++) {
      observed += (pairs.own()[i] - pairs.other()[i]) / n;
    }
    double threshold = Math.abs(observed) - 1e-12 * Math.max(1, Math.abs(observed));
    int extreme = exact ? 0 : 1;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double difference = (pairs.own()[i] - pairs.other()[i]) / n;
        boolean turned = exact ? (draw >> i & 1) == 1 : random.nextBoolean();
        sum += turned ? -difference : difference;
      }
      extreme += Math.abs(sum) >= threshold ? 1 : 0;
    }
    return (double) extreme / (exact ? draws : draws + 1);
  }

  private static List<Pairs> written(List<Pairs> strata, int[] times) {
    var drawn = new ArrayList<Pairs>();
    int start = 0;
    for (Pairs pairs : strata) {
      int first = start;
      drawn.add(
          at(
              pairs,
              IntStream.range(0, pairs.size())
                  .flatMap(i -> IntStream.generate(() -> i).limit(times[first + i]))));
      start += pairs.size();
    }
    return drawn;
  }

  private static Pairs at(Pairs pairs, IntStream places) {
    int[] drawn = places.toArray();
    return new Pairs(
        Arrays.stream(drawn).mapToDouble(i -> pairs.own()[i]).toArray(),
        Arrays.stream(drawn).mapToDouble(i -> pairs.other()[i]).toArray());
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    int cut = values.length / 4;
    return Estimate.mean(Arrays.copyOfRange(values, cut, values.length - cut));
  }
}
