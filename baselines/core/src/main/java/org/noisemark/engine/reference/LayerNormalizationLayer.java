package org.noisemark.engine.reference;

import java.util.Arrays;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;

/** y = scale · (x − mean) / √(variance + epsilon) + shift, mean and variance of each example. */
final class LayerNormalizationLayer implements ReferenceLayer {
  private final int channels;
  private final int plane;
  private final Parameters parameters;
  private final int scale;
  private final int shift;
  private double[][] normalized;
  private double[] deviation;

  LayerNormalizationLayer(Layer.LayerNormalization layer, Shape in, Parameters parameters) {
    this.channels = layer.channels();
    this.plane = in.height() * in.width();
    this.parameters = parameters;
    this.scale = parameters.take(channels);
    this.shift = parameters.take(channels);
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    normalized = new double[x.length][channels * plane];
    deviation = new double[x.length];
    var y = new double[x.length][channels * plane];
    for (int n = 0; n < x.length; n++) {
      double mean = Arrays.stream(x[n]).average().orElseThrow();
      double variance =
          Arrays.stream(x[n]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      deviation[n] = Math.sqrt(variance + Layer.LayerNormalization.EPSILON);
      for (int i = 0; i < y[n].length; i++) {
        normalized[n][i] = (x[n][i] - mean) / deviation[n];
        int c = i / plane;
        y[n][i] = parameters.get(scale + c) * normalized[n][i] + parameters.get(shift + c);
      }
    }
    return y;
  }

  /** The mean and the variance depend on x as well. */
  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][channels * plane];
    for (int n = 0; n < upstream.length; n++) {
      double sum = 0;
      double sumNormalized = 0;
      for (int i = 0; i < channels * plane; i++) {
        int c = i / plane;
        gradient[shift + c] += upstream[n][i];
        gradient[scale + c] += upstream[n][i] * normalized[n][i];
        double scaled = parameters.get(scale + c) * upstream[n][i];
        sum += scaled;
        sumNormalized += scaled * normalized[n][i];
      }
      int count = channels * plane;
      for (int i = 0; i < count; i++) {
        double scaled = parameters.get(scale + i / plane) * upstream[n][i];
        downstream[n][i] =
            (scaled - sum / count - normalized[n][i] * sumNormalized / count) / deviation[n];
      }
    }
    return downstream;
  }
}
