package org.noisemark.datasets.own;

/**
 * Resizes an image so that each pixel is the mean of the area that it covers in the original: the
 * same bytes on every machine, and no pixel of the original is left out. Both sides are scaled by
 * themselves.
 */
final class AreaAverage {
  private AreaAverage() {}

  /** Writes one channel, [row, column], from an offset on, at another size. */
  static void resize(
      byte[] from,
      int offset,
      int height,
      int width,
      byte[] to,
      int at,
      int toHeight,
      int toWidth) {
    var narrowed = new double[height * toWidth];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < toWidth; column++) {
        double low = (double) column * width / toWidth;
        double high = (column + 1.0) * width / toWidth;
        double sum = 0;
        for (int i = (int) low; i < high && i < width; i++) {
          sum += covered(low, high, i) * (from[offset + row * width + i] & 0xFF);
        }
        narrowed[row * toWidth + column] = sum / (high - low);
      }
    }
    for (int row = 0; row < toHeight; row++) {
      double low = (double) row * height / toHeight;
      double high = (row + 1.0) * height / toHeight;
      for (int column = 0; column < toWidth; column++) {
        double sum = 0;
        for (int i = (int) low; i < high && i < height; i++) {
          sum += covered(low, high, i) * narrowed[i * toWidth + column];
        }
        to[at + row * toWidth + column] = (byte) Math.round(sum / (high - low));
      }
    }
  }

  /** Returns how much of the interval lies between i and i + 1. */
  private static double covered(double low, double high, int i) {
    return Math.min(high, i + 1) - Math.max(low, i);
  }
}
