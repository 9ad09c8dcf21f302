package org.noisemark.engine.reference;

import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** y_orc = b_o + Σ_ikl W_oikl x_i(r·s+k−p)(c·s+l−p), x = 0 outside the image. */
final class ConvolutionLayer implements ReferenceLayer {
  private final Layer.Convolution conv;
  private final Shape in;
  private final Shape out;
  private final Parameters parameters;
  private final int weight;
  private final int bias;
  private double[][] input;

  ConvolutionLayer(Layer.Convolution conv, Shape in, Parameters parameters) {
    this.conv = conv;
    this.in = in;
    this.out = Shapes.after(conv, in);
    this.parameters = parameters;
    this.weight = parameters.take(conv.outputs() * conv.inputs() * conv.kernel() * conv.kernel());
    this.bias = conv.bias() ? parameters.take(conv.outputs()) : -1;
  }

  /** One multiply-add of the sum above, by the indices of its three values. */
  private interface Term {
    void visit(int output, int weight, int input);
  }

  private void forEachTerm(Term term) {
    for (int o = 0; o < out.channels(); o++) {
      for (int row = 0; row < out.height(); row++) {
        for (int column = 0; column < out.width(); column++) {
          int output = (o * out.height() + row) * out.width() + column;
          for (int i = 0; i < in.channels(); i++) {
            for (int k = 0; k < conv.kernel(); k++) {
              for (int l = 0; l < conv.kernel(); l++) {
                int r = row * conv.stride() + k - conv.padding();
                int c = column * conv.stride() + l - conv.padding();
                if (r >= 0 && r < in.height() && c >= 0 && c < in.width()) {
                  term.visit(
                      output,
                      weight + ((o * in.channels() + i) * conv.kernel() + k) * conv.kernel() + l,
                      (i * in.height() + r) * in.width() + c);
                }
              }
            }
          }
        }
      }
    }
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    input = x;
    var y = new double[x.length][out.size()];
    int plane = out.height() * out.width();
    for (int n = 0; n < x.length; n++) {
      double[] from = x[n];
      double[] to = y[n];
      if (conv.bias()) {
        for (int i = 0; i < to.length; i++) {
          to[i] = parameters.get(bias + i / plane);
        }
      }
      forEachTerm((output, w, i) -> to[output] += parameters.get(w) * from[i]);
    }
    return y;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][in.size()];
    int plane = out.height() * out.width();
    for (int n = 0; n < upstream.length; n++) {
      double[] up = upstream[n];
      double[] down = downstream[n];
      double[] x = input[n];
      if (conv.bias()) {
        for (int i = 0; i < up.length; i++) {
          gradient[bias + i / plane] += up[i];
        }
      }
      forEachTerm(
          (output, w, i) -> {
            gradient[w] += up[output] * x[i];
            down[i] += up[output] * parameters.get(w);
          });
    }
    return downstream;
  }
}
