package org.noisemark.noise;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.plugin.Definition;

/**
 * A label noise that users can ask for by name. Its name ends in its version, "pairflip@1", and a
 * version's meaning never changes: neither the labels it gives for a seed. One that a transition
 * matrix defines is a {@link MatrixNoise}, which is less to write.
 */
public interface NoiseDefinition extends Definition {
  /** Returns the rates that it takes. */
  Rates rates();

  /** Returns the data sets for which it is defined; empty for all. */
  default List<String> datasets() {
    return List.of();
  }

  /** Returns how it can draw; the first is taken where nothing is said. */
  default List<NoiseSpec.Count> counts() {
    return List.of(NoiseSpec.Count.EXACT, NoiseSpec.Count.BERNOULLI);
  }

  /** Returns its transition matrix; empty if a label's fate depends on more than its class. */
  default Optional<TransitionMatrix> matrix(NoiseSpec spec, int classes) {
    return Optional.empty();
  }

  /**
   * Draws noisy labels; a function of the arguments alone.
   *
   * @param random at its start, from the seed of the specification
   * @throws IllegalArgumentException in one line, if it does not fit the examples
   */
  Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random);

  /**
   * What was drawn.
   *
   * @param labels noisy ones, 0 to classes − 1, one an example
   * @param flipProbabilities for each example how likely its label was to become wrong; what is
   *     drawn is checked against their sum
   */
  record Draw(int[] labels, double[] flipProbabilities) {}
}
