package org.noisemark.reports.statistics;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The two-sided sign-flip test of paired differences (Fisher 1935): were the two methods alike,
 * each difference could as well have the other sign. The statistic is the mean over strata of the
 * mean difference in each.
 */
public final class SignFlipTest {
  /** Up to this many pairs every assignment of signs is tried; beyond, random ones. */
  static final int EXACT_UP_TO = 16;

  static final int DRAWS = 9999;
  static final long SEED = 1935;

  private SignFlipTest() {}

  /**
   * Returns the p-value: the share of assignments whose mean is at least as far from 0 as the one
   * observed, which is among them.
   *
   * @param strata at least 1
   */
  public static double pValue(List<Pairs> strata) {
    double[] weighted = weighted(strata);
    double observed = Math.abs(DoubleStream.of(weighted).sum());
    // The same values added with other signs differ in the last digits.
    double threshold = observed - 1e-12 * Math.max(1, observed);
    return weighted.length <= EXACT_UP_TO
        ? exact(weighted, threshold)
        : random(weighted, threshold);
  }

  /** Each difference by its share in the statistic. */
  private static double[] weighted(List<Pairs> strata) {
    return strata.stream()
        .flatMapToDouble(
            pairs ->
                IntStream.range(0, pairs.size())
                    .mapToDouble(
                        i -> (pairs.own()[i] - pairs.other()[i]) / pairs.size() / strata.size()))
        .toArray();
  }

  private static double exact(double[] values, double threshold) {
    long assignments = 1L << values.length;
    long extreme = 0;
    for (long signs = 0; signs < assignments; signs++) {
      long bits = signs;
      extreme += Math.abs(sum(values, i -> (bits >> i & 1) == 1)) >= threshold ? 1 : 0;
    }
    return (double) extreme / assignments;
  }

  private static double random(double[] values, double threshold) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
    long extreme = 1;
    for (int draw = 0; draw < DRAWS; draw++) {
      extreme += Math.abs(sum(values, i -> random.nextBoolean())) >= threshold ? 1 : 0;
    }
    return (double) extreme / (DRAWS + 1);
  }

  private static double sum(double[] values, IntPredicate turned) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      // Without a branch that goes either way at random, which takes longer than all the rest.
      long sign = turned.test(i) ? Long.MIN_VALUE : 0;
      sum += Double.longBitsToDouble(Double.doubleToRawLongBits(values[i]) ^ sign);
    }
    return sum;
  }
}
