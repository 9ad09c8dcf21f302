package org.noisemark.datasets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * Hamilton's method of the largest remainder: whole counts that sum to a given total, each the
 * floor or the ceiling of its quota, hence off by less than 1.
 */
public final class Apportionment {
  /** Remainders that differ by less are equal: they differ by rounding only. */
  private static final double RESOLUTION = 1e-9;

  private Apportionment() {}

  /**
   * Returns the sum of the quotas, rounded half up; a sum that falls short of a half by rounding
   * errors alone counts as the half.
   */
  public static long roundedSum(double[] quotas) {
    return (long) Math.floor(Arrays.stream(quotas).sum() + 0.5 + RESOLUTION);
  }

  /**
   * Returns whole counts for the quotas. Equal remainders are ranked at random, so that no class is
   * favoured for its number; the generator is drawn from even where none are equal.
   *
   * @param quotas not negative
   * @param total from the sum of their floors to the sum of their ceilings
   * @throws IllegalArgumentException if the total is outside that range or a quota is negative
   */
  public static int[] largestRemainder(
      double[] quotas, long total, UniformRandomProvider generator) {
    var counts = new int[quotas.length];
    var remainders = new long[quotas.length];
    long left = total;
    for (int i = 0; i < quotas.length; i++) {
      if (!(quotas[i] >= 0 && quotas[i] < Integer.MAX_VALUE)) {
        throw new IllegalArgumentException("quota " + i + " must not be negative: " + quotas[i]);
      }
      counts[i] = (int) quotas[i];
      remainders[i] = Math.round((quotas[i] - counts[i]) / RESOLUTION);
      left -= counts[i];
    }
    long fractional = Arrays.stream(remainders).filter(remainder -> remainder > 0).count();
    if (left < 0 || left > fractional) {
      throw new IllegalArgumentException(
          "no rounding of the quotas " + Arrays.toString(quotas) + " sums to " + total);
    }
    int[] ranked = IntStream.range(0, quotas.length).toArray();
    ArraySampler.shuffle(generator, ranked);
    Arrays.stream(ranked)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> counts[i]++);
    return counts;
  }
}
