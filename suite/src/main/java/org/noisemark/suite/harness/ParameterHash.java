package org.noisemark.suite.harness;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.noisemark.datasets.Sha256;

/** By which two runs are known to hold the same parameters. */
public final class ParameterHash {
  private ParameterHash() {}

  /**
   * Returns the SHA-256 of the values as float32, little-endian.
   *
   * @param canonical in the order of {@link org.noisemark.nn.ParameterLayout}
   */
  public static String of(double[] canonical) {
    var bytes = ByteBuffer.allocate(Float.BYTES * canonical.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : canonical) {
      bytes.putFloat((float) value);
    }
    return Sha256.hex(bytes.array());
  }
}
