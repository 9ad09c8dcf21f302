package org.noisemark.optim;

import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;

/**
 * The mean loss of some examples as a function of the parameters in training. It reads the
 * parameters where they are, so a method moves them before it calls.
 */
public interface Objective {
  /** Returns the number of examples. */
  int size();

  /**
   * Computes the loss, in nats, and its gradient at the current parameters, both as means over the
   * examples. Counted as one gradient for each mini-batch's worth of examples.
   *
   * @param gradient of the length of the parameters, but not the parameters; overwritten
   * @param pass whether the running statistics of batch normalization are updated; a method updates
   *     them once a step
   * @throws IllegalArgumentException if the gradient is of another length, or the examples do not
   *     fit the model; nothing is changed then
   */
  Loss lossAndGradient(Vector gradient, Pass pass);

  /**
   * Returns the loss of each example at the current parameters, in nats, in evaluation mode and
   * without augmentation: [{@link #size}]. Waits for the device. Counted as {@link Cost#FORWARD}.
   */
  double[] losses();

  /**
   * Returns the mean loss of some of the examples.
   *
   * @param examples indices from 0 to {@link #size} − 1, at least one
   */
  Objective only(int... examples);
}
