package org.noisemark.engine.libtorch;

/** Records what is launched on a device, to launch it all again at once. */
@FunctionalInterface
interface Capture {
  /**
   * Records, without doing it, all that {@code launches} asks of the device: it must not wait for
   * the device, and reads and writes the same memory whenever it runs.
   *
   * @param owner ends what was recorded
   * @return does it
   */
  Runnable record(Runnable launches, Ownership owner);
}
