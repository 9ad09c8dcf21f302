package org.noisemark.suite.meters;

import org.noisemark.datasets.Batch;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.optim.Objective;

/** Counts what the gradients of one training cost. */
public final class PassCounter {
  private long gradientEvaluations;
  private long samples;
  private long flops;

  /**
   * Returns a batch's loss as what an optimizer's step asks for; each call counts.
   *
   * @param flopsPerImage of one gradient
   */
  public Objective objective(Model model, Examples examples, Batch batch, long flopsPerImage) {
    return (gradient, pass) -> {
      gradientEvaluations++;
      samples += pass == Pass.CLEAN ? batch.size() : 0;
      flops += flopsPerImage * batch.size();
      return model.lossAndGradient(examples, batch, gradient, pass);
    };
  }

  public long gradientEvaluations() {
    return gradientEvaluations;
  }

  /** Returns the training examples seen, counted once a step. */
  public long samples() {
    return samples;
  }

  public long flops() {
    return flops;
  }
}
