package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.Tensor;

/** One layer in libtorch. Activations are [example, channel, row, column], or [example, value]. */
@FunctionalInterface
interface Step {
  /** What a forward pass is for. */
  enum Mode {
    /** Normalizes by the batch and updates the running statistics. */
    CLEAN,
    /** Normalizes by the batch. */
    PERTURBED,
    /** Normalizes by the running statistics. */
    EVALUATION
  }

  /**
   * One forward pass.
   *
   * @param seeds one an example, for dropout; empty where nothing is dropped
   */
  record Pass(Mode mode, long[] seeds) {
    static final Pass EVALUATION = new Pass(Mode.EVALUATION, new long[0]);
  }

  /** Returns the layer's output; may compute it in the memory of {@code x}. */
  Tensor forward(Tensor x, Pass pass);

  /** Returns whether the output is new memory that the layer's backward pass does not read. */
  default boolean leavesItsOutputAlone() {
    return false;
  }

  /** Returns the same step, known to leave its output alone. */
  static Step leavingItsOutputAlone(Step step) {
    return new Step() {
      @Override
      public Tensor forward(Tensor x, Pass pass) {
        return step.forward(x, pass);
      }

      @Override
      public boolean leavesItsOutputAlone() {
        return true;
      }
    };
  }
}
