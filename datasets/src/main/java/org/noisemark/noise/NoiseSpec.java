package org.noisemark.noise;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact specification of a label noise: with the clean labels it determines the noisy ones.
 *
 * @param kind a name of {@link Noises}, with its version
 * @param rate nominal, as the kind defines it, 0–1; for {@code matrix@1} the matrix's {@linkplain
 *     TransitionMatrix#meanFlipProbability mean flip probability}; 0 for {@code clean} and {@code
 *     labels@1}
 * @param count whether counts or probabilities are kept
 * @param seed of the noise alone: runs of any training seed can share the same noisy labels
 * @param matrix present for {@code matrix@1} only
 * @param labels present for {@code labels@1} only
 * @param hyperparameters of the kind, all of them, by name
 */
public record NoiseSpec(
    String kind,
    double rate,
    Count count,
    long seed,
    Optional<TransitionMatrix> matrix,
    Optional<LabelsFile> labels,
    SortedMap<String, Object> hyperparameters) {

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

  public NoiseSpec {
    rate += 0.0; // -0.0 is 0.0
    hyperparameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperparameters));
  }

  /**
   * Returns a noise that its kind can draw.
   *
   * @param hyperparameters those that are not the defaults
   * @throws IllegalArgumentException in one line, if the kind is unknown, the rate or a
   *     hyper-parameter out of range, or a matrix or file missing or superfluous
   */
  public static NoiseSpec of(
      String kind,
      double rate,
      Count count,
      long seed,
      Optional<TransitionMatrix> matrix,
      Optional<LabelsFile> labels,
      Map<String, ?> hyperparameters) {
    return Noises.checked(
        new NoiseSpec(kind, rate, count, seed, matrix, labels, new TreeMap<>(hyperparameters)));
  }

  /** Likewise, of the default hyper-parameters and nothing else. */
  public static NoiseSpec of(String kind, double rate, Count count, long seed) {
    return of(kind, rate, count, seed, Optional.empty(), Optional.empty(), Map.of());
  }

  /** Likewise, as its kind counts where nothing is said. */
  public static NoiseSpec of(String kind, double rate, long seed) {
    return of(kind, rate, Noises.REGISTRY.named(kind).counts().get(0), seed);
  }

  /** The labels as they are. */
  public static NoiseSpec clean() {
    return of(Clean.NAME, 0, Count.EXACT, 0);
  }

  /** The noise of a matrix given by the user. */
  public static NoiseSpec ofMatrix(TransitionMatrix matrix, Count count, long seed) {
    return of(
        GivenMatrix.NAME,
        matrix.meanFlipProbability(),
        count,
        seed,
        Optional.of(matrix),
        Optional.empty(),
        Map.of());
  }

  /** The labels of a file. */
  public static NoiseSpec ofLabels(LabelsFile labels) {
    return of(GivenLabels.NAME, 0, Count.EXACT, 0, Optional.empty(), Optional.of(labels), Map.of());
  }

  /** Returns the same noise drawn from another seed. */
  public NoiseSpec drawnFrom(long other) {
    return new NoiseSpec(kind, rate, count, other, matrix, labels, hyperparameters);
  }

  /** Returns the same noise with other hyper-parameters. */
  NoiseSpec with(SortedMap<String, Object> others) {
    return new NoiseSpec(kind, rate, count, seed, matrix, labels, others);
  }
}
