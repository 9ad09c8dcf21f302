package org.noisemark.suite;

import org.noisemark.datasets.Batch;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.optim.Objective;

/** Counts what the gradients of one training cost. */
final class PassCounter {
  private long gradientEvaluations;
  private long samples;
  private long flops;

  /**
   * Returns a batch's loss as what an optimizer's step asks for; each call counts.
   *
   * @param flopsPerImage of one gradient
   */
  Objective objective(Model model, Examples examples, Batch batch, long flopsPerImage) {
    return (gradient, pass) -> {
      gradientEvaluations++;
      samples += pass == Pass.CLEAN ? batch.size() : 0;
      flops += flopsPerImage * batch.size();
      return model.lossAndGradient(examples, batch, gradient, pass);
    };
  }

  long gradientEvaluations() {
    return gradientEvaluations;
  }

  /** Returns the training examples seen, counted once a step. */
  long samples() {
    return samples;
  }

  long flops() {
    return flops;
  }
}
