package org.noisemark.engine.nvidia;

import java.io.IOException;
import java.util.Optional;

/** What a card has used, by its own counter. Never an estimate. */
public interface EnergyCounter {
  /** Returns how it is read: "nvml-total-energy" … */
  String method();

  /**
   * Returns the energy since some moment before the first call, in joules.
   *
   * @throws IOException if the card does not tell any more
   */
  double joules() throws IOException;

  /** Reads counters through a library that some builds carry. Found by {@code ServiceLoader}. */
  interface Provider {
    /** Returns the counter of a card; empty where this build, or the card, has none. */
    Optional<EnergyCounter> of(Card card);
  }
}
