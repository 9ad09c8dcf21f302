package org.noisemark.engine.reference;

import java.util.Arrays;
import org.noisemark.nn.Layer;
import org.noisemark.nn.Shape;

/** y = scale · (x − mean) / √(variance + epsilon) + shift, per channel. */
final class BatchNormalizationLayer implements ReferenceLayer {
  private final int channels;
  private final int plane;
  private final Parameters parameters;
  private final int scale;
  private final int shift;
  private final double[] runningMean;
  private final double[] runningVariance;
  private final double[] deviation;
  private double[][] normalized;

  BatchNormalizationLayer(Layer.BatchNormalization layer, Shape in, Parameters parameters) {
    this.channels = layer.channels();
    this.plane = in.height() * in.width();
    this.parameters = parameters;
    this.scale = parameters.take(channels);
    this.shift = parameters.take(channels);
    this.runningMean = new double[channels];
    this.runningVariance = new double[channels];
    Arrays.fill(runningVariance, 1);
    this.deviation = new double[channels];
  }

  double[] runningMean() {
    return runningMean;
  }

  double[] runningVariance() {
    return runningVariance;
  }

  @Override
  public double[][] forward(double[][] x, Pass pass) {
    var mode = pass.mode();
    normalized = new double[x.length][channels * plane];
    var y = new double[x.length][channels * plane];
    for (int c = 0; c < channels; c++) {
      double mean = mode == Mode.EVALUATION ? runningMean[c] : mean(x, c);
      double variance = mode == Mode.EVALUATION ? runningVariance[c] : variance(x, c, mean);
      if (mode == Mode.CLEAN) {
        updateRunning(c, mean, variance, x.length * plane);
      }
      deviation[c] = Math.sqrt(variance + Layer.BatchNormalization.EPSILON);
      for (int n = 0; n < x.length; n++) {
        for (int i = c * plane; i < (c + 1) * plane; i++) {
          normalized[n][i] = (x[n][i] - mean) / deviation[c];
          y[n][i] = parameters.get(scale + c) * normalized[n][i] + parameters.get(shift + c);
        }
      }
    }
    return y;
  }

  /** Ioffe, Szegedy, ICML 2015, section 3: the mean and variance depend on x as well. */
  @Override
  public double[][] backward(double[][] upstream, double[] gradient) {
    var downstream = new double[upstream.length][channels * plane];
    int count = upstream.length * plane;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double sumNormalized = 0;
      for (int n = 0; n < upstream.length; n++) {
        for (int i = c * plane; i < (c + 1) * plane; i++) {
          sum += upstream[n][i];
          sumNormalized += upstream[n][i] * normalized[n][i];
        }
      }
      gradient[shift + c] += sum;
      gradient[scale + c] += sumNormalized;
      double factor = parameters.get(scale + c) / deviation[c];
      for (int n = 0; n < upstream.length; n++) {
        for (int i = c * plane; i < (c + 1) * plane; i++) {
          downstream[n][i] =
              factor * (upstream[n][i] - sum / count - normalized[n][i] * sumNormalized / count);
        }
      }
    }
    return downstream;
  }

  private double mean(double[][] x, int channel) {
    double sum = 0;
    for (double[] example : x) {
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        sum += example[i];
      }
    }
    return sum / (x.length * plane);
  }

  private double variance(double[][] x, int channel, double mean) {
    double sum = 0;
    for (double[] example : x) {
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        sum += (example[i] - mean) * (example[i] - mean);
      }
    }
    return sum / (x.length * plane);
  }

  private void updateRunning(int channel, double mean, double variance, int count) {
    double decay = Layer.BatchNormalization.DECAY;
    double unbiased = count > 1 ? variance * count / (count - 1) : variance;
    runningMean[channel] = decay * runningMean[channel] + (1 - decay) * mean;
    runningVariance[channel] = decay * runningVariance[channel] + (1 - decay) * unbiased;
  }
}
