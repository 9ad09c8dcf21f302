package org.noisemark.optim;

import org.noisemark.engine.Loss;

/** One method in one training: takes its steps, one a call. */
@FunctionalInterface
public interface Step {
  /**
   * Moves the parameters by one step, which ends in {@link TrainingState#descend}.
   *
   * @return the loss of the mini-batch where its first gradient was taken: at the parameters before
   *     the step, unless the method says otherwise
   */
  Loss take(Objectives objectives);
}
