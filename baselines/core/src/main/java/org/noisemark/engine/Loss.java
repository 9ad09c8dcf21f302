package org.noisemark.engine;

/**
 * The loss of one pass, which the device may not have computed yet: asking for it waits, so a
 * training asks for many at a time.
 */
@FunctionalInterface
public interface Loss {
  /** A loss can be read until its model has been asked for this many more. */
  int KEPT = 256;

  /**
   * Returns the mean over the mini-batch, natural logarithm; NaN or infinite where training has
   * diverged.
   *
   * @throws IllegalStateException if the model may have forgotten it
   */
  double value();
}
