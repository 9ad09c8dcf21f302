package org.noisemark.nn;

import java.util.List;

/** A layer as data. The family is closed, and every engine handles every kind. */
public sealed interface Layer {
  /**
   * y = W x + b. Parameters: weight [outputs, inputs], bias [outputs].
   *
   * <p>Takes any shape of {@code inputs} values, read in the order [channel, row, column].
   */
  record Dense(int inputs, int outputs) implements Layer {}

  /**
   * Square two-dimensional convolution (cross-correlation), zero padding. Parameters: weight
   * [outputs, inputs, kernel, kernel], and bias [outputs] where {@code bias}.
   */
  record Convolution(int inputs, int outputs, int kernel, int stride, int padding, boolean bias)
      implements Layer {}

  /**
   * Batch normalization per channel, epsilon {@value #EPSILON}. Training normalizes with the
   * batch's mean and biased variance; the running statistics that evaluation uses keep {@value
   * #DECAY} of the old and take the rest from the batch's mean and unbiased variance, as PyTorch
   * does. They start at 0 and 1. Parameters: scale [channels], shift [channels].
   */
  record BatchNormalization(int channels) implements Layer {
    public static final double EPSILON = 1e-5;
    public static final double DECAY = 0.9;
  }

  /** An element-wise function. */
  enum Activation implements Layer {
    RELU,
    TANH
  }

  /** Maximum over square windows, no padding; what does not fill a window is dropped. */
  record MaxPooling(int kernel, int stride) implements Layer {}

  /** Mean over height and width. */
  record GlobalAveragePooling() implements Layer {}

  /**
   * body(x) + shortcut(x); an empty shortcut is the identity. The activation after the sum is a
   * layer of its own.
   */
  record Residual(List<Layer> body, List<Layer> shortcut) implements Layer {
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }
  }
}
