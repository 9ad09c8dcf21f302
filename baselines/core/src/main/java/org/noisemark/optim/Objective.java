package org.noisemark.optim;

import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;

/** The loss of one mini-batch, as a function of the parameters that are being trained. */
@FunctionalInterface
public interface Objective {
  /**
   * Computes the mean loss over the mini-batch at the current parameters, and its gradient. One
   * call is one gradient evaluation.
   *
   * @param gradient overwritten
   */
  Loss lossAndGradient(Vector gradient, Pass pass);
}
