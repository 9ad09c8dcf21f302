package org.noisemark.nn;

import java.util.List;

/** Shapes between layers. */
public final class Shapes {
  private Shapes() {}

  /**
   * Returns the shape after the layers.
   *
   * @throws IllegalArgumentException if a layer does not fit the shape before it
   */
  public static Shape after(List<Layer> layers, Shape input) {
    var shape = input;
    for (var layer : layers) {
      shape = after(layer, shape);
    }
    return shape;
  }

  /**
   * Returns the shape after one layer.
   *
   * @throws IllegalArgumentException if it does not fit the shape before it
   */
  public static Shape after(Layer layer, Shape in) {
    return layer.accept(new After(in));
  }

  private record After(Shape in) implements Layer.Visitor<Shape> {
    @Override
    public Shape dense(Layer.Dense layer) {
      require(layer, layer.inputs() == in.size());
      return new Shape(layer.outputs(), 1, 1);
    }

    @Override
    public Shape convolution(Layer.Convolution layer) {
      int least = layer.kernel() - 2 * layer.padding();
      require(
          layer, layer.inputs() == in.channels() && in.height() >= least && in.width() >= least);
      return new Shape(
          layer.outputs(),
          (in.height() + 2 * layer.padding() - layer.kernel()) / layer.stride() + 1,
          (in.width() + 2 * layer.padding() - layer.kernel()) / layer.stride() + 1);
    }

    @Override
    public Shape batchNormalization(Layer.BatchNormalization layer) {
      require(layer, layer.channels() == in.channels());
      return in;
    }

    @Override
    public Shape layerNormalization(Layer.LayerNormalization layer) {
      require(layer, layer.channels() == in.channels());
      return in;
    }

    @Override
    public Shape activation(Layer.Activation layer) {
      return in;
    }

    @Override
    public Shape maxPooling(Layer.MaxPooling layer) {
      require(layer, layer.kernel() <= in.height() && layer.kernel() <= in.width());
      return new Shape(
          in.channels(),
          (in.height() - layer.kernel()) / layer.stride() + 1,
          (in.width() - layer.kernel()) / layer.stride() + 1);
    }

    @Override
    public Shape globalAveragePooling(Layer.GlobalAveragePooling layer) {
      return new Shape(in.channels(), 1, 1);
    }

    @Override
    public Shape dropout(Layer.Dropout layer) {
      return in;
    }

    @Override
    public Shape residual(Layer.Residual layer) {
      var body = after(layer.body(), in);
      require(layer, body.equals(after(layer.shortcut(), in)));
      return body;
    }

    private void require(Layer layer, boolean fits) {
      if (!fits) {
        throw new IllegalArgumentException(layer + " does not fit an input of " + in);
      }
    }
  }
}
