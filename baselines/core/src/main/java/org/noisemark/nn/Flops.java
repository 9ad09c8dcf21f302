package org.noisemark.nn;

import java.util.List;

/**
 * Analytic cost of a network. A multiply-add counts 2 operations; element-wise layers,
 * normalization and pooling count as 0, which is below 1 % of the networks here. A backward pass
 * costs twice a forward pass.
 */
public final class Flops {
  private Flops() {}

  /** Returns the operations of one forward and one backward pass of one image. */
  public static long gradient(Network network) {
    return 3 * network.forwardFlops();
  }

  static long forward(List<Layer> layers, Shape input) {
    long flops = 0;
    var shape = input;
    for (var layer : layers) {
      flops += layer.accept(new Forward(shape));
      shape = Shapes.after(layer, shape);
    }
    return flops;
  }

  private record Forward(Shape in) implements Layer.Visitor<Long> {
    @Override
    public Long dense(Layer.Dense layer) {
      return 2L * layer.inputs() * layer.outputs();
    }

    @Override
    public Long convolution(Layer.Convolution layer) {
      long kernel = (long) layer.inputs() * layer.kernel() * layer.kernel();
      return 2 * kernel * Shapes.after(layer, in).size();
    }

    @Override
    public Long batchNormalization(Layer.BatchNormalization layer) {
      return 0L;
    }

    @Override
    public Long layerNormalization(Layer.LayerNormalization layer) {
      return 0L;
    }

    @Override
    public Long activation(Layer.Activation layer) {
      return 0L;
    }

    @Override
    public Long maxPooling(Layer.MaxPooling layer) {
      return 0L;
    }

    @Override
    public Long globalAveragePooling(Layer.GlobalAveragePooling layer) {
      return 0L;
    }

    @Override
    public Long dropout(Layer.Dropout layer) {
      return 0L;
    }

    @Override
    public Long residual(Layer.Residual layer) {
      return forward(layer.body(), in) + forward(layer.shortcut(), in);
    }
  }
}
