package org.noisemark.gpu;

import java.io.IOException;
import java.util.Optional;

/** The energy that a GPU has used, by its own counter; never an estimate. */
public interface EnergyCounter {
  /** Returns the method of measurement, as records name it: "nvml-total-energy" … */
  String method();

  /**
   * Returns the energy since some moment before the first call, in joules.
   *
   * @throws IOException if the counter cannot be read
   */
  double joules() throws IOException;

  /** Reads counters through a library that some builds carry. Found by {@code ServiceLoader}. */
  interface Provider {
    /** Returns the counter of a GPU; empty where this build, or the GPU, has none. */
    Optional<EnergyCounter> of(Gpu gpu);
  }
}
