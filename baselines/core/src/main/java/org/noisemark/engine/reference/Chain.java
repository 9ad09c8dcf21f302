package org.noisemark.engine.reference;

import java.util.List;

/** Layers one after the other. */
record Chain(List<ReferenceLayer> layers) implements ReferenceLayer {
  @Override
  public double[][] forward(double[][] x, Pass pass) {
    for (var layer : layers) {
      x = layer.forward(x, pass);
    }
    return x;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      upstream = layers.get(i).backward(upstream, gradient);
    }
    return upstream;
  }
}
