package org.noisemark.engine.reference;

import org.noisemark.nn.Shape;

/** The mean of each channel. */
final class GlobalAveragePoolingLayer implements ReferenceLayer {
  private final Shape in;
  private final int plane;

  GlobalAveragePoolingLayer(Shape in) {
    this.in = in;
    this.plane = in.height() * in.width();
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    var y = new double[x.length][in.channels()];
    for (int n = 0; n < x.length; n++) {
      for (int i = 0; i < in.size(); i++) {
        y[n][i / plane] += x[n][i] / plane;
      }
    }
    return y;
  }

  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][in.size()];
    for (int n = 0; n < upstream.length; n++) {
      for (int i = 0; i < in.size(); i++) {
        downstream[n][i] = upstream[n][i / plane] / plane;
      }
    }
    return downstream;
  }
}
