package org.noisemark.datasets.own;

import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;

/** Mean 0 and deviation 1 of each feature, or channel, over the training part. */
final class Standardization {
  private Standardization() {}

  /**
   * Returns the rows as images, (v − mean) / deviation, both of the training rows; what is constant
   * there is only shifted.
   */
  static Images apply(Examples.Rows training, Examples.Rows rows) {
    int columns = training.columns().size();
    var standardized = new float[rows.values().length];
    for (int column = 0; column < columns; column++) {
      double[] moments = moments(training.values(), column, columns);
      for (int i = column; i < standardized.length; i += columns) {
        standardized[i] = (float) ((rows.values()[i] - moments[0]) / moments[1]);
      }
    }
    return Images.ofFeatures(columns, standardized);
  }

  /** Mean, and deviation or 1. Scaled by the largest value, so that no square overflows. */
  private static double[] moments(double[] values, int from, int step) {
    double largest = 0;
    for (int i = from; i < values.length; i += step) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    double scale = largest == 0 ? 1 : largest;
    int count = values.length / step;
    double mean = 0;
    for (int i = from; i < values.length; i += step) {
      mean += values[i] / scale / count;
    }
    double variance = 0;
    for (int i = from; i < values.length; i += step) {
      double difference = values[i] / scale - mean;
      variance += difference * difference / count;
    }
    // a deviation of rounding errors alone is of a constant
    double deviation = Math.sqrt(variance) < 1e-12 ? 1 : Math.sqrt(variance) * scale;
    return new double[] {mean * scale, deviation};
  }

  /** Returns what standardizes each channel of images by all pixels of the training images. */
  static Normalization of(Images training) {
    var means = new double[training.channels()];
    var deviations = new double[training.channels()];
    for (int channel = 0; channel < means.length; channel++) {
      long sum = 0;
      long squares = 0;
      for (int image = 0; image < training.count(); image++) {
        for (int row = 0; row < training.height(); row++) {
          for (int column = 0; column < training.width(); column++) {
            int value = training.pixel(image, channel, row, column);
            sum += value;
            squares += (long) value * value;
          }
        }
      }
      double count = (double) training.count() * training.height() * training.width();
      means[channel] = sum / count / 255;
      double variance = squares / count / 255 / 255 - means[channel] * means[channel];
      deviations[channel] = variance < 1e-12 ? 1 : Math.sqrt(variance);
    }
    return new Normalization(means, deviations);
  }
}
