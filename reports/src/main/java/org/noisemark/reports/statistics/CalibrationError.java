package org.noisemark.reports.statistics;

import java.util.function.IntPredicate;

/**
 * The expected calibration error (Guo et al., <i>On calibration of modern networks</i>, ICML 2017).
 */
public final class CalibrationError {
  /** Bins of equal width over the confidence, as in the paper. */
  static final int BINS = 15;

  private CalibrationError() {}

  /**
   * Returns the mean over predictions of |accuracy − mean confidence| of their bin (equation 5),
   * 0–1. Bin m of M holds confidences in ((m − 1)/M, m/M].
   *
   * @param confidences of the predicted class, above 0 and at most 1; at least one
   * @param isRight whether a prediction is, by position
   */
  public static double of(double[] confidences, IntPredicate isRight) {
    var gap = new double[BINS]; // right predictions less confidences
    for (int i = 0; i < confidences.length; i++) {
      int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(confidences[i] * BINS) - 1));
      gap[bin] += (isRight.test(i) ? 1 : 0) - confidences[i];
    }
    double sum = 0;
    for (double each : gap) {
      sum += Math.abs(each);
    }
    return sum / confidences.length;
  }
}
