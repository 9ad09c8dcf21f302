package org.noisemark.reports.statistics;

import static java.util.stream.Collectors.groupingBy;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
    return of(List.of(statistic)).get(0);
  }

  /**
   * Returns the interval of each of several statistics, the same as it has alone: those of as many
   * pairs in their strata are taken of the same resamples, which are drawn once.
   */
  public static List<Interval> of(List<StratifiedStatistic> statistics) {
    var intervals = new Interval[statistics.size()];
    IntStream.range(0, intervals.length)
        .boxed()
        .collect(groupingBy(i -> IntBuffer.wrap(statistics.get(i).sizes())))
        .forEach(
            (sizes, alike) -> {
              Map<ToDoubleFunction<int[]>, double[]> values =
                  resampled(
                      sizes.array(),
                      alike.stream().flatMap(i -> statistics.get(i).terms().stream()).toList());
              alike.forEach(i -> intervals[i] = interval(statistics.get(i).of(values::get)));
            });
    return List.of(intervals);
  }

  /** The values of each term by resample; equal terms are taken once. */
  private static Map<ToDoubleFunction<int[]>, double[]> resampled(
      int[] sizes, List<ToDoubleFunction<int[]>> terms) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
    int pairs = Arrays.stream(sizes).sum();
    var values = new HashMap<ToDoubleFunction<int[]>, double[]>();
    terms.forEach(term -> values.computeIfAbsent(term, key -> new double[RESAMPLES]));
    for (int b = 0; b < RESAMPLES; b++) {
      int[] times = draw(sizes, pairs, random);
      for (var term : values.entrySet()) {
        term.getValue()[b] = term.getKey().applyAsDouble(times);
      }
    }
    return values;
  }

  private static Interval interval(double[] values) {
    Arrays.sort(values);
    int cut = (int) Math.round((1 - Estimate.CONFIDENCE) / 2 * (RESAMPLES + 1));
    return new Interval(values[cut - 1], values[RESAMPLES - cut]);
  }

  /** How often each pair is drawn, stratum after stratum. */
  private static int[] draw(int[] sizes, int pairs, UniformRandomProvider random) {
    int[] times = new int[pairs];
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
