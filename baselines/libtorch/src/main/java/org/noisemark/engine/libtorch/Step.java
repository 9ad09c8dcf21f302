package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.Tensor;

/** One layer in libtorch. Activations are [example, channel, row, column], or [example, value]. */
@FunctionalInterface
interface Step {
  /** What a forward pass is for; only batch normalization asks. */
  enum Mode {
    /** Normalizes by the batch and updates the running statistics. */
    CLEAN,
    /** Normalizes by the batch. */
    PERTURBED,
    /** Normalizes by the running statistics. */
    EVALUATION
  }

  /** Returns the layer's output; may compute it in the memory of {@code x}. */
  Tensor forward(Tensor x, Mode mode);
}
