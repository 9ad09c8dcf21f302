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

  /** Returns the shape after one layer. */
  public static Shape after(Layer layer, Shape in) {
    if (layer instanceof Layer.Dense dense) {
      require(layer, in, dense.inputs() == in.size());
      return new Shape(dense.outputs(), 1, 1);
    }
    if (layer instanceof Layer.Convolution c) {
      int least = c.kernel() - 2 * c.padding();
      require(
          layer, in, c.inputs() == in.channels() && in.height() >= least && in.width() >= least);
      return new Shape(
          c.outputs(),
          (in.height() + 2 * c.padding() - c.kernel()) / c.stride() + 1,
          (in.width() + 2 * c.padding() - c.kernel()) / c.stride() + 1);
    }
    if (layer instanceof Layer.BatchNormalization normalization) {
      require(layer, in, normalization.channels() == in.channels());
      return in;
    }
    if (layer instanceof Layer.MaxPooling pool) {
      require(layer, in, pool.kernel() <= in.height() && pool.kernel() <= in.width());
      return new Shape(
          in.channels(),
          (in.height() - pool.kernel()) / pool.stride() + 1,
          (in.width() - pool.kernel()) / pool.stride() + 1);
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return new Shape(in.channels(), 1, 1);
    }
    if (layer instanceof Layer.Residual residual) {
      var body = after(residual.body(), in);
      require(layer, in, body.equals(after(residual.shortcut(), in)));
      return body;
    }
    return in; // an activation
  }

  private static void require(Layer layer, Shape in, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(layer + " does not fit an input of " + in);
    }
  }
}
