package org.noisemark.nn;

import java.util.List;

/**
 * A layer as data. The family is closed: whoever handles layers is a {@link Visitor}, which does
 * not compile without a case for each kind.
 */
public sealed interface Layer {
  /** What is done for each kind of layer. */
  interface Visitor<T> {
    T dense(Dense layer);

    T convolution(Convolution layer);

    T batchNormalization(BatchNormalization layer);

    T layerNormalization(LayerNormalization layer);

    T activation(Activation layer);

    T maxPooling(MaxPooling layer);

    T globalAveragePooling(GlobalAveragePooling layer);

    T dropout(Dropout layer);

    T residual(Residual layer);
  }

  /** Returns what the visitor does for this kind. */
  <T> T accept(Visitor<T> visitor);

  /**
   * y = W x + b. Parameters: weight [outputs, inputs], bias [outputs].
   *
   * <p>Takes any shape of {@code inputs} values, read in the order [channel, row, column].
   */
  record Dense(int inputs, int outputs) implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.dense(this);
    }
  }

  /**
   * Square two-dimensional convolution (cross-correlation), zero padding. Parameters: weight
   * [outputs, inputs, kernel, kernel], and bias [outputs] where {@code bias}.
   */
  record Convolution(int inputs, int outputs, int kernel, int stride, int padding, boolean bias)
      implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.convolution(this);
    }
  }

  /**
   * Batch normalization per channel, epsilon {@value #EPSILON}. Training normalizes with the
   * batch's mean and biased variance; the running statistics that evaluation uses keep {@value
   * #DECAY} of the old and take the rest from the batch's mean and unbiased variance, as PyTorch
   * does. They start at 0 and 1. Parameters: scale [channels], shift [channels].
   */
  record BatchNormalization(int channels) implements Layer {
    public static final double EPSILON = 1e-5;
    public static final double DECAY = 0.9;

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.batchNormalization(this);
    }
  }

  /**
   * Layer normalization over all values of an example, with a scale and a shift a channel, epsilon
   * {@value #EPSILON}: group normalization of one group (Wu, He, ECCV 2018). Nothing depends on the
   * other examples of a batch. Parameters: scale [channels], shift [channels].
   */
  record LayerNormalization(int channels) implements Layer {
    public static final double EPSILON = 1e-5;

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.layerNormalization(this);
    }
  }

  /** An element-wise function. */
  enum Activation implements Layer {
    RELU,
    TANH;

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.activation(this);
    }
  }

  /** Maximum over square windows, no padding; what does not fill a window is dropped. */
  record MaxPooling(int kernel, int stride) implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.maxPooling(this);
    }
  }

  /** Mean over height and width. */
  record GlobalAveragePooling() implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.globalAveragePooling(this);
    }
  }

  /**
   * Sets each value to 0 with probability {@code rate} in training, and divides the others by 1 −
   * rate (Srivastava et al., JMLR 2014, in its inverted form). Which values is drawn from the seed
   * of the example in its batch, so that the passes of one step, and all engines, drop the same;
   * see {@link DropoutMask}.
   */
  record Dropout(double rate) implements Layer {
    /**
     * @throws IllegalArgumentException if the rate is not in [0, 1)
     */
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("dropout must be in [0, 1), got " + rate);
      }
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.dropout(this);
    }
  }

  /**
   * body(x) + shortcut(x); an empty shortcut is the identity. The activation after the sum is a
   * layer of its own.
   */
  record Residual(List<Layer> body, List<Layer> shortcut) implements Layer {
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.residual(this);
    }
  }
}
