package org.noisemark.gpu;

import java.io.IOException;
import java.util.Optional;

/** What a GPU has used, by its own counter. Never an estimate. */
public interface EnergyCounter {
  /** Returns how it is read: "nvml-total-energy" … */
  String method();

  /**
   * Returns the energy since some moment before the first call, in joules.
   *
   * @throws IOException if the GPU does not tell any more
   */
  double joules() throws IOException;

  /** Reads counters through a library that some builds carry. Found by {@code ServiceLoader}. */
  interface Provider {
    /** Returns the counter of a GPU; empty where this build, or the GPU, has none. */
    Optional<EnergyCounter> of(Gpu gpu);
  }
}
