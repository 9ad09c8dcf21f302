package org.noisemark.optim;

import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;

/**
 * The loss of one mini-batch as a function of the parameters in training. It reads the parameters
 * where they are, so an optimizer moves them before it calls.
 */
@FunctionalInterface
public interface Objective {
  /**
   * Computes the loss, in nats, and its gradient at the current parameters, both as means over the
   * mini-batch. One call is one gradient evaluation.
   *
   * @param gradient of the length of the parameters, but not the parameters; overwritten
   * @throws IllegalArgumentException if the gradient is of another length, or the mini-batch does
   *     not fit the model; nothing is changed then
   */
  Loss lossAndGradient(Vector gradient, Pass pass);
}
