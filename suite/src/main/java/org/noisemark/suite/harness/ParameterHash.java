package org.noisemark.suite.harness;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.codec.digest.DigestUtils;

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
    return DigestUtils.sha256Hex(bytes.array());
  }
}
