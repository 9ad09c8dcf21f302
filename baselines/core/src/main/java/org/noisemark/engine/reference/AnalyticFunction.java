package org.noisemark.engine.reference;

import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Objectives;

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

  /** Returns this function of w as what the steps of a method ask for: one example. */
  default Objectives at(Vector w) {
    return Objectives.always(new Point(this, w));
  }

  /** A function of w as an objective. */
  record Point(AnalyticFunction function, Vector w) implements Objective {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public Loss lossAndGradient(Vector gradient, Pass pass) {
      double value =
          function.valueAndGradient(
              ((ReferenceVector) w).values(), ((ReferenceVector) gradient).values());
      return () -> value;
    }

    @Override
    public double[] losses() {
      return new double[] {
        function.valueAndGradient(((ReferenceVector) w).values(), new double[w.length()])
      };
    }

    @Override
    public Objective only(int... examples) {
      return this;
    }
  }
}
