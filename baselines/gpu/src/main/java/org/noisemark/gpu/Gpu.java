package org.noisemark.gpu;

import java.util.Locale;

/**
 * A GPU as its driver describes it.
 *
 * @param index from 0, in the order of the bus
 * @param uuid by which the driver's libraries identify it; not to be published
 * @param capability compute capability times ten, 90 for 9.0; 0 where the driver is too old to
 *     report it
 * @param driver version, "580.95.05"
 */
public record Gpu(
    int index, String uuid, String name, int capability, String driver, long memoryBytes) {
  int driverMajor() {
    return Integer.parseInt(driver.split("\\.")[0]);
  }

  /** Returns name, compute capability, memory and driver in one line. */
  public String describe() {
    return String.format(
        Locale.ROOT, "%s, %.1f GiB, driver %s", this, memoryBytes / (double) (1L << 30), driver);
  }

  /** Returns "NVIDIA A100 (compute capability 8.0)". */
  @Override
  public String toString() {
    return name
        + " (compute capability "
        + (capability == 0 ? "unknown" : CudaBuild.dotted(capability))
        + ")";
  }
}
