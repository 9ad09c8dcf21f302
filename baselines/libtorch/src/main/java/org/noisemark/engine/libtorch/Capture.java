package org.noisemark.engine.libtorch;

/** Records what is launched on a device, to launch it all again at once. */
@FunctionalInterface
interface Capture {
  /**
   * Records all that {@code launches} asks of the device, without executing it. It must not wait
   * for the device, and reads and writes the same memory whenever it runs.
   *
   * @param owner releases the recording
   * @return executes the recording
   */
  Runnable record(Runnable launches, Ownership owner);
}
