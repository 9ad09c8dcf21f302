package org.noisemark.noise;

import java.util.List;

/**
 * A noise of the registry.
 *
 * @param summary one line
 * @param rates the valid rates
 * @param datasets those for which it is defined; empty for all
 */
record NoiseKind(String summary, Rates rates, Formula transitions, List<String> datasets) {

  /** Makes the matrix of a specification. */
  @FunctionalInterface
  interface Formula {
    TransitionMatrix matrix(NoiseSpec spec, int classes);
  }

  NoiseKind(String summary, Rates rates, Formula transitions) {
    this(summary, rates, transitions, List.of());
  }
}
