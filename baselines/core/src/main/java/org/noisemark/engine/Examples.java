package org.noisemark.engine;

/** Images on an engine's device. Belongs to the model that loaded it, and goes with it. */
public interface Examples {
  int count();
}
