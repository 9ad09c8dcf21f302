package org.noisemark.engine;

import java.util.function.UnaryOperator;

/**
 * How far a backward-stable float computation may be from the exact result. Such a computation
 * gives the exact result for parameters that are off by a relative γ = n · u, n the longest sum in
 * it and u the unit roundoff (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1).
 * So the bound is measured, not tuned: the largest change of the exact result over random
 * parameters that are off by γ.
 */
public final class Bound {
  /** Unit roundoff of float32. */
  public static final double FLOAT32 = Math.scalb(1.0, -24);

  private static final int TRIALS = 8;

  private Bound() {}

  /**
   * Returns the largest Euclidean distance between the exact result and that for shaken parameters.
   *
   * @param parameters where the result is wanted
   * @param gamma relative size of the shake
   * @param exact the float64 computation, parameters to result
   */
  public static double of(double[] parameters, double gamma, UnaryOperator<double[]> exact) {
    double[] result = exact.apply(parameters.clone());
    var random = Samples.random(7);
    double largest = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] shaken = parameters.clone();
      for (int i = 0; i < shaken.length; i++) {
        shaken[i] += gamma * (random.nextBoolean() ? 1 : -1) * Math.max(Math.abs(shaken[i]), 0.1);
      }
      largest = Math.max(largest, distance(result, exact.apply(shaken)));
    }
    return largest;
  }

  /** Returns ‖a − b‖. */
  public static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
