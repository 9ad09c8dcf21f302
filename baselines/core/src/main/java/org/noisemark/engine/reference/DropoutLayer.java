package org.noisemark.engine.reference;

import org.noisemark.nn.DropoutMask;
import org.noisemark.nn.Layer;

/** In training 0, or x / (1 − rate); x in evaluation. */
final class DropoutLayer implements ReferenceLayer {
  private final Layer.Dropout layer;
  private final int number;
  private double[][] factors;

  /**
   * @param number among the network's dropout layers, from 0
   */
  DropoutLayer(Layer.Dropout layer, int number) {
    this.layer = layer;
    this.number = number;
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    if (pass.mode() == Mode.EVALUATION) {
      return x;
    }
    factors = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      factors[n] = DropoutMask.factors(pass.seeds()[n], number, x[n].length, layer.rate());
    }
    return product(x, factors);
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    return product(upstream, factors);
  }

  private static double[][] product(double[][] a, double[][] b) {
    var product = new double[a.length][];
    for (int n = 0; n < a.length; n++) {
      product[n] = new double[a[n].length];
      for (int i = 0; i < a[n].length; i++) {
        product[n][i] = a[n][i] * b[n][i];
      }
    }
    return product;
  }
}
