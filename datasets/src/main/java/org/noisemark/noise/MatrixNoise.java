package org.noisemark.noise;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.noisemark.datasets.Apportionment;
import org.noisemark.datasets.ClassRows;

/**
 * A noise that a transition matrix defines: what becomes of a label depends on its class alone.
 *
 * <p>With exact counts the flips in all are round(Σ n_i (1 − T_ii)); those of each class, and of
 * each class to each other, are the floor or ceiling of their expectation (largest remainder, ties
 * broken by the seed). Which examples of a class flip, and which of them where, is drawn uniformly.
 * With Bernoulli counts each label is one draw from its row of the matrix. The order in which
 * random numbers are drawn is part of every version {@code @1}.
 */
public abstract class MatrixNoise implements NoiseDefinition {
  private final String name;
  private final String summary;
  private final String source;
  private final Rates rates;

  /** Takes what users are told, and the rates that it takes. */
  protected MatrixNoise(String name, String summary, String source, Rates rates) {
    this.name = name;
    this.summary = summary;
    this.source = source;
    this.rates = rates;
  }

  /**
   * Returns T, T[i][j] = P(noisy = j | true = i).
   *
   * @param classes K
   */
  protected abstract TransitionMatrix transitions(NoiseSpec spec, int classes);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final String source() {
    return source;
  }

  @Override
  public final Rates rates() {
    return rates;
  }

  @Override
  public final Optional<TransitionMatrix> matrix(NoiseSpec spec, int classes) {
    return Optional.of(transitions(spec, classes));
  }

  @Override
  public final Draw draw(NoiseSpec spec, CleanExamples clean, UniformRandomProvider random) {
    var matrix = matrix(spec, clean.classes()).orElseThrow();
    int[] labels =
        switch (spec.count()) {
          case EXACT -> exact(clean, matrix, random);
          case BERNOULLI -> bernoulli(clean.labels(), matrix, random);
        };
    return new Draw(
        labels, Arrays.stream(clean.labels()).mapToDouble(matrix::flipProbability).toArray());
  }

  private static int[] exact(
      CleanExamples clean, TransitionMatrix matrix, UniformRandomProvider random) {
    int classes = matrix.classes();
    int[][] rowsPerClass = ClassRows.of(clean.labels(), classes);
    var expected = new double[classes];
    Arrays.setAll(expected, i -> rowsPerClass[i].length * matrix.flipProbability(i));
    int[] flips =
        Apportionment.largestRemainder(expected, Apportionment.roundedSum(expected), random);
    var labels = clean.labels().clone();
    for (int from = 0; from < classes; from++) {
      var toEach = new double[classes];
      for (int to = 0; to < classes; to++) {
        if (to != from && expected[from] > 0) {
          toEach[to] = expected[from] * matrix.probability(from, to) / matrix.flipProbability(from);
        }
      }
      int[] counts = Apportionment.largestRemainder(toEach, flips[from], random);
      int[] rows = ArraySampler.shuffle(random, rowsPerClass[from]);
      int next = 0;
      for (int to = 0; to < classes; to++) {
        for (int i = 0; i < counts[to]; i++) {
          labels[rows[next++]] = to;
        }
      }
    }
    return labels;
  }

  private static int[] bernoulli(
      int[] clean, TransitionMatrix matrix, UniformRandomProvider random) {
    return Arrays.stream(clean).map(from -> draw(matrix, from, random.nextDouble())).toArray();
  }

  /** Inverts the cumulated row, the kept label first: rate 0 keeps every label for certain. */
  private static int draw(TransitionMatrix matrix, int from, double uniform) {
    double left = uniform - (1 - matrix.flipProbability(from));
    int drawn = from;
    for (int to = 0; to < matrix.classes() && left >= 0; to++) {
      if (to != from && matrix.probability(from, to) > 0) {
        drawn = to;
        left -= matrix.probability(from, to);
      }
    }
    return drawn;
  }
}
