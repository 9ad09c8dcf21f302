package org.noisemark.engine;

/** Which of the passes over a mini-batch a gradient is taken in. */
public enum Pass {
  /** At the parameters themselves: running statistics of batch normalization are updated. */
  CLEAN,
  /** At perturbed parameters: running statistics stay as they are. */
  PERTURBED
}
