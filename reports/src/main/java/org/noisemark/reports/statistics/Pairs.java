package org.noisemark.reports.statistics;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The scores of two methods in one stratum, paired: the i-th of both come from the same seed. The
 * arrays are not copied and must not be changed.
 *
 * @param own [pairs], finite
 * @param other [pairs], finite
 */
public record Pairs(double[] own, double[] other) {
  public Pairs {
    if (own.length == 0 || own.length != other.length) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d and %d scores are no pairs", own.length, other.length));
    }
  }

  /** Returns the scores of both methods at the keys that both have; empty without one. */
  public static <K> Optional<Pairs> joined(SortedMap<K, Double> own, SortedMap<K, Double> other) {
    var common = new TreeMap<>(own);
    common.keySet().retainAll(other.keySet());
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pairs(
                common.values().stream().mapToDouble(Double::doubleValue).toArray(),
                common.keySet().stream().mapToDouble(other::get).toArray()));
  }

  /** Returns the mean of own minus other with its interval. */
  public Estimate difference() {
    return Estimate.of(IntStream.range(0, size()).mapToDouble(i -> own[i] - other[i]).toArray());
  }

  int size() {
    return own.length;
  }

  /** The mean of own minus other. */
  double meanDifference() {
    return Estimate.mean(own) - Estimate.mean(other);
  }
}
