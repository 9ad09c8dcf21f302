package org.noisemark.engine;

/** Which of the passes over a mini-batch a gradient is taken in. */
public enum Pass {
  /**
   * The one of a step that updates the running statistics of batch normalization, as a rule at the
   * parameters themselves.
   */
  CLEAN,
  /** Any other, as a rule at perturbed parameters: running statistics stay as they are. */
  PERTURBED
}
