package org.noisemark.engine.reference;

import org.noisemark.nn.Layer;

/** max(x, 0) or tanh x; the derivative of ReLU at 0 is 0. */
final class ActivationLayer implements ReferenceLayer {
  private final Layer.Activation function;
  private double[][] output;

  ActivationLayer(Layer.Activation function) {
    this.function = function;
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    output = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      output[n] = new double[x[n].length];
      for (int i = 0; i < x[n].length; i++) {
        output[n][i] =
            switch (function) {
              case RELU -> Math.max(x[n][i], 0);
              case TANH -> Math.tanh(x[n][i]);
            };
      }
    }
    return output;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][];
    for (int n = 0; n < upstream.length; n++) {
      downstream[n] = new double[upstream[n].length];
      for (int i = 0; i < upstream[n].length; i++) {
        double y = output[n][i];
        double slope =
            switch (function) {
              case RELU -> y > 0 ? 1 : 0;
              case TANH -> 1 - y * y;
            };
        downstream[n][i] = slope * upstream[n][i];
      }
    }
    return downstream;
  }
}
