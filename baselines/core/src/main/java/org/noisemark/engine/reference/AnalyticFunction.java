package org.noisemark.engine.reference;

import org.noisemark.engine.Vector;
import org.noisemark.optim.Objective;

/**
 * A function with a known gradient, for theory experiments with the optimizers that train networks.
 */
@FunctionalInterface
public interface AnalyticFunction {
  /**
   * Returns the value at w.
   *
   * @param w the argument, not to be changed
   * @param gradient all elements to be set
   */
  double valueAndGradient(double[] w, double[] gradient);

  /** Returns this function of w as the objective of an optimizer's step. */
  default Objective at(Vector w) {
    return (gradient, pass) -> {
      double value =
          valueAndGradient(((ReferenceVector) w).values(), ((ReferenceVector) gradient).values());
      return () -> value;
    };
  }
}
