package org.noisemark.datasets;

import java.util.Collections;

/**
 * Maps a pixel byte v of channel c to (v / 255 − mean_c) / deviation_c. Immutable.
 *
 * <p>The 256 results of each channel are tabulated, so that every engine reads the same float32.
 * The rows of a table are standardized when they are read, and take {@link #none}.
 */
public final class Normalization {
  private final float[][] tables;

  /**
   * @param means one a channel, on the scale 0–1
   * @param deviations one a channel, positive, on the scale 0–1
   */
  public Normalization(double[] means, double[] deviations) {
    if (means.length != deviations.length) {
      throw new IllegalArgumentException(
          means.length + " means but " + deviations.length + " deviations");
    }
    tables = new float[means.length][256];
    for (int channel = 0; channel < means.length; channel++) {
      if (!(deviations[channel] > 0)) {
        throw new IllegalArgumentException(
            "deviation of channel " + channel + " must be positive, got " + deviations[channel]);
      }
      for (int value = 0; value < 256; value++) {
        tables[channel][value] = (float) ((value / 255.0 - means[channel]) / deviations[channel]);
      }
    }
  }

  private Normalization(float[][] tables) {
    this.tables = tables;
  }

  /** Returns what leaves values as they are: v to v. */
  public static Normalization none(int channels) {
    var same = new float[256];
    for (int value = 0; value < same.length; value++) {
      same[value] = value;
    }
    return new Normalization(Collections.nCopies(channels, same).toArray(float[][]::new));
  }

  /** Returns that of the first channel for each of several. */
  Normalization repeated(int channels) {
    return new Normalization(Collections.nCopies(channels, tables[0]).toArray(float[][]::new));
  }

  public int channels() {
    return tables.length;
  }

  /** Returns the normalized value of a pixel value 0–255. */
  public float apply(int channel, int value) {
    return tables[channel][value];
  }

  /** Returns the table itself, for gathering; not to be written. */
  float[] table(int channel) {
    return tables[channel];
  }
}
