package org.noisemark.engine;

import java.util.Arrays;
import java.util.Locale;

/** Where an engine computes. */
public enum Device {
  CPU,
  CUDA;

  /** Returns the name by which users ask for it: "cpu" or "cuda". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the device of a label.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static Device named(String label) {
    return Arrays.stream(values())
        .filter(device -> device.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown device '"
                        + label
                        + "', expected one of "
                        + Arrays.stream(values()).map(Device::label).toList()));
  }
}
