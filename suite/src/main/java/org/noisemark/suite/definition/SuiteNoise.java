package org.noisemark.suite.definition;

import org.noisemark.noise.NoiseSpec;

/**
 * A noise of a suite. Without a seed of its own it is drawn anew for each training seed, the same
 * for every method of that seed, so that the variance of the draw is in every interval.
 *
 * @param spec its seed counts only if it is fixed
 * @param isFixed whether one draw holds for all training seeds
 */
public record SuiteNoise(NoiseSpec spec, boolean isFixed) {
  /** Returns the noise of a training seed. */
  public NoiseSpec at(long trainingSeed) {
    return isFixed ? spec : spec.drawnFrom(trainingSeed);
  }
}
