package org.noisemark.engine;

/**
 * The loss of one pass, which the device may not have computed yet: reading it waits for the
 * device, so a training reads many at a time.
 */
@FunctionalInterface
public interface Loss {
  /** Passes of the model for which a loss can be read, its own included. */
  int KEPT = 256;

  /**
   * Returns the mean cross-entropy over the mini-batch, in nats; NaN or infinite where training has
   * diverged.
   *
   * @throws IllegalStateException if the engine does not hold it any more: {@link #KEPT} passes
   *     have followed, or the model is closed
   */
  double value();
}
