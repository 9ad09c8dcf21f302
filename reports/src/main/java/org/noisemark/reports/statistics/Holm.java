package org.noisemark.reports.statistics;

/**
 * Holm's step-down correction for many tests: "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6 (1979).
 */
public final class Holm {
  private Holm() {}

  /**
   * Returns the adjusted p-values in the order given: of m, the k-th smallest times m + 1 − k, at
   * most 1, and no smaller than that of a smaller p-value.
   */
  public static double[] adjusted(double[] pValues) {
    double[] adjusted = new double[pValues.length];
    int[] ascending = Order.ascending(pValues);
    double largest = 0;
    for (int k = 0; k < ascending.length; k++) {
      largest = Math.max(largest, Math.min(1, pValues[ascending[k]] * (pValues.length - k)));
      adjusted[ascending[k]] = largest;
    }
    return adjusted;
  }
}
