package org.noisemark.engine.reference;

import org.noisemark.nn.Layer;

/** y_o = b_o + Σ_i W_oi x_i. */
final class DenseLayer implements ReferenceLayer {
  private final Layer.Dense dense;
  private final Parameters parameters;
  private final int weight;
  private final int bias;
  private double[][] input;

  DenseLayer(Layer.Dense dense, Parameters parameters) {
    this.dense = dense;
    this.parameters = parameters;
    this.weight = parameters.take(dense.outputs() * dense.inputs());
    this.bias = parameters.take(dense.outputs());
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    input = x;
    var y = new double[x.length][dense.outputs()];
    for (int n = 0; n < x.length; n++) {
      for (int o = 0; o < dense.outputs(); o++) {
        double sum = parameters.get(bias + o);
        for (int i = 0; i < dense.inputs(); i++) {
          sum += parameters.get(weight + o * dense.inputs() + i) * x[n][i];
        }
        y[n][o] = sum;
      }
    }
    return y;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][dense.inputs()];
    for (int n = 0; n < upstream.length; n++) {
      for (int o = 0; o < dense.outputs(); o++) {
        gradient[bias + o] += upstream[n][o];
        for (int i = 0; i < dense.inputs(); i++) {
          int at = weight + o * dense.inputs() + i;
          gradient[at] += upstream[n][o] * input[n][i];
          downstream[n][i] += upstream[n][o] * parameters.get(at);
        }
      }
    }
    return downstream;
  }
}
