package org.noisemark.engine.reference;

/** A layer that computes. Remembers its last forward pass for the backward pass. */
interface ReferenceLayer {
  /** What a forward pass is for. */
  enum Mode {
    CLEAN,
    PERTURBED,
    EVALUATION
  }

  /**
   * One forward pass.
   *
   * @param seeds one an example, for dropout
   */
  record Pass(Mode mode, long[] seeds) {}

  /** Returns a new output, [example][value]; x is kept and must not change. */
  double[][] forward(double[][] x, Pass pass);

  /**
   * Returns the gradient with respect to the last input, and adds that with respect to the layer's
   * parameters to the flat gradient.
   */
  double[][] backward(double[][] upstream, double[] gradient);
}
