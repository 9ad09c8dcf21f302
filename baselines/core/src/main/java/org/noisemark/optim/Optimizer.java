package org.noisemark.optim;

/**
 * A training method with its hyper-parameters. Immutable: what changes from step to step is in the
 * {@link Step} that a training starts.
 *
 * <p>A method that only moves the parameters before the gradient that is descended is a {@link
 * PerturbingOptimizer}, which is less to write.
 */
public interface Optimizer {
  /** Returns the method's fresh state for one training. */
  Step start(TrainingState training);

  /**
   * Returns what a step costs, announced before training. It is exact, or else the expectation of
   * what {@link Objectives} counts.
   *
   * @param step counted from 0
   * @param totalSteps length of the training in steps
   */
  Cost cost(long step, long totalSteps);
}
