package org.noisemark.engine;

import java.util.Locale;

/** Where an engine computes. */
public enum Device {
  CPU,
  CUDA;

  /** Returns the name by which users ask for it: "cpu" or "cuda". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
