package org.noisemark.reports.statistics;

import java.util.stream.IntStream;

/**
 * The step-down correction for many tests of Holm, "A Simple Sequentially Rejective Multiple Test
 * Procedure", Scandinavian Journal of Statistics 6 (1979): whatever the dependence between them,
 * the probability of rejecting any true hypothesis is at most α.
 */
public final class Holm {
  private Holm() {}

  /**
   * Returns the adjusted p-values in the order given: of the k sorted ones the i-th, from 1, is the
   * maximum over j ≤ i of min(1, (k − j + 1) p₍ⱼ₎). Those of at most α are rejected.
   *
   * @param pValues in 0–1
   */
  public static double[] adjusted(double[] pValues) {
    int[] ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int i = 0; i < ascending.length; i++) {
      largest = Math.max(largest, Math.min(1, (ascending.length - i) * pValues[ascending[i]]));
      adjusted[ascending[i]] = largest;
    }
    return adjusted;
  }
}
