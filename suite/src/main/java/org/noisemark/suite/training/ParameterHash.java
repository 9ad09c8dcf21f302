package org.noisemark.suite.training;

import org.noisemark.reports.records.KeptParameters;

/** By which two runs are known to hold the same parameters. */
public final class ParameterHash {
  private ParameterHash() {}

  /**
   * Returns the SHA-256 of the values as float32, little-endian.
   *
   * @param canonical in the order of {@link org.noisemark.nn.ParameterLayout}
   */
  public static String of(double[] canonical) {
    return KeptParameters.sha256(floats(canonical));
  }

  /** Returns the values rounded to float32. */
  public static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
