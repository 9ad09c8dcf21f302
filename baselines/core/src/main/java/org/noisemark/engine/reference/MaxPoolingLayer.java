package org.noisemark.engine.reference;

import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;
import org.noisemark.nn.Shapes;

/** The maximum of each window; its gradient goes to the first of equal maxima. */
final class MaxPoolingLayer implements ReferenceLayer {
  private final Layer.MaxPooling pooling;
  private final Shape in;
  private final Shape out;
  private int[][] winners;

  MaxPoolingLayer(Layer.MaxPooling pooling, Shape in) {
    this.pooling = pooling;
    this.in = in;
    this.out = Shapes.after(pooling, in);
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    winners = new int[x.length][out.size()];
    var y = new double[x.length][out.size()];
    for (int n = 0; n < x.length; n++) {
      for (int i = 0; i < out.size(); i++) {
        winners[n][i] = winner(x[n], i);
        y[n][i] = x[n][winners[n][i]];
      }
    }
    return y;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][in.size()];
    for (int n = 0; n < upstream.length; n++) {
      for (int i = 0; i < out.size(); i++) {
        downstream[n][winners[n][i]] += upstream[n][i];
      }
    }
    return downstream;
  }

  private int winner(double[] x, int output) {
    int column = output % out.width();
    int row = output / out.width() % out.height();
    int channel = output / out.width() / out.height();
    int first = (channel * in.height() + row * pooling.stride()) * in.width();
    first += column * pooling.stride();
    int best = first;
    for (int k = 0; k < pooling.kernel(); k++) {
      for (int l = 0; l < pooling.kernel(); l++) {
        int candidate = first + k * in.width() + l;
        if (x[candidate] > x[best]) {
          best = candidate;
        }
      }
    }
    return best;
  }
}
