package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/**
 * A training method's settings. The methods of this family differ only in how, and when, they
 * perturb the parameters before the gradient that is descended; {@link Trainer} does the rest.
 */
public interface Optimizer {
  /**
   * Returns the method's fresh state for one training.
   *
   * @param layout of the parameters
   * @param zeros makes a new vector of zeros of that layout
   * @param totalSteps length of the training in steps, at least 1
   */
  Perturbation start(ParameterLayout layout, Supplier<Vector> zeros, long totalSteps);
}
