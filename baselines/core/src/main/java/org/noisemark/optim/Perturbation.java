package org.noisemark.optim;

import org.noisemark.engine.Vector;

/** How one training perturbs its parameters; may carry state from step to step. */
@FunctionalInterface
public interface Perturbation {
  /**
   * Keeps the norm of a zero gradient from dividing by zero; the value of SAM's and F-SAM's code.
   */
  double NORM_GUARD = 1e-12;

  /**
   * Moves the parameters w to w + ε. The step puts the old ones back, bit for bit, after the
   * gradient at w + ε is taken.
   *
   * @param w moved in place
   * @param g gradient of the mini-batch at w, not changed
   */
  void apply(Vector w, Vector g);
}
