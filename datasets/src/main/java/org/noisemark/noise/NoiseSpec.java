package org.noisemark.noise;

import java.util.Locale;
import java.util.Optional;

/**
 * The exact specification of a label noise: with the clean labels it determines the noisy ones.
 *
 * @param kind a name of {@link Noises}, with its version
 * @param rate nominal, as the kind defines it, 0–1; for {@code matrix@1} the matrix's {@linkplain
 *     TransitionMatrix#meanFlipProbability mean flip probability}; 0 for {@code clean}
 * @param count whether counts or probabilities are kept
 * @param seed of the noise alone: runs of any training seed can share the same noisy labels
 * @param matrix present for {@code matrix@1} only
 */
public record NoiseSpec(
    String kind, double rate, Count count, long seed, Optional<TransitionMatrix> matrix) {

  /** How the flips are drawn. */
  public enum Count {
    /** The counts are those expected, rounded; which examples flip is drawn uniformly. */
    EXACT,
    /** Each example's label is drawn by itself, so that the counts vary. */
    BERNOULLI;

    /**
     * Returns the count of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Count named(String name) {
      for (var count : values()) {
        if (count.name().equalsIgnoreCase(name)) {
          return count;
        }
      }
      throw new IllegalArgumentException(
          "unknown count '" + name + "', expected one of [exact, bernoulli]");
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if the kind is unknown, the rate outside its range, or a
   *     matrix missing or superfluous
   */
  public NoiseSpec {
    Noises.check(kind, rate, matrix);
    rate += 0.0; // -0.0 is 0.0
  }

  /** The labels as they are. */
  public static NoiseSpec clean() {
    return new NoiseSpec(Noises.CLEAN, 0, Count.EXACT, 0, Optional.empty());
  }

  /** A noise of exact counts. */
  public static NoiseSpec of(String kind, double rate, long seed) {
    return new NoiseSpec(kind, rate, Count.EXACT, seed, Optional.empty());
  }

  /** The noise of a matrix given by the user. */
  public static NoiseSpec ofMatrix(TransitionMatrix matrix, Count count, long seed) {
    return new NoiseSpec(
        Noises.MATRIX, matrix.meanFlipProbability(), count, seed, Optional.of(matrix));
  }
}
