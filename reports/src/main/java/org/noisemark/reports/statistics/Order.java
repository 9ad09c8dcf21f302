package org.noisemark.reports.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Where the values of an array stand among each other. */
final class Order {
  private Order() {}

  /** The places of the values, that of the smallest first; of equal ones in the order given. */
  static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> values[place]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
