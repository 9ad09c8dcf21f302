package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/** Stochastic gradient descent: never perturbs. One gradient a step. */
public record Sgd() implements Optimizer {
  @Override
  public Perturbation start(ParameterLayout layout, Supplier<Vector> zeros, long totalSteps) {
    return new Perturbation() {
      @Override
      public boolean isDue(long step) {
        return false;
      }

      @Override
      public void apply(Vector w, Vector g) {
        throw new IllegalStateException("SGD does not perturb");
      }
    };
  }
}
