package org.noisemark.noise;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.noisemark.datasets.Apportionment;
import org.noisemark.datasets.ClassRows;
import org.noisemark.datasets.Seeds;

/**
 * Draws noisy labels, for training labels only.
 *
 * <p>The order in which random numbers are drawn is part of each noise's version {@code @1}: a test
 * holds the SHA-256 of the labels.
 */
public final class LabelNoise {
  private LabelNoise() {}

  /**
   * Returns noisy labels for a training set; a function of the arguments alone.
   *
   * <p>With exact counts the flips in all are round(Σ n_i (1 − T_ii)); those of each class, and of
   * each class to each other, are the floor or ceiling of their expectation (largest remainder,
   * ties broken by the seed). Which examples of a class flip, and which of them where, is drawn
   * uniformly. With Bernoulli counts each label is one draw from its row of the matrix.
   *
   * @param cleanLabels 0 to {@code classes} − 1; not changed
   * @param dataset its name; some noises are defined for one data set
   * @throws IllegalArgumentException if the noise does not fit the data set or a label is out of
   *     range
   * @throws IllegalStateException if the draw is outside the {@link Tolerance} of the specification
   */
  public static NoisyLabels inject(int[] cleanLabels, String dataset, int classes, NoiseSpec spec) {
    var matrix = Noises.matrix(spec, dataset, classes);
    int[][] rowsPerClass = ClassRows.of(cleanLabels, classes);
    var generator = Seeds.generator(spec.seed(), "noise");
    var labels =
        switch (spec.count()) {
          case EXACT -> exact(cleanLabels, rowsPerClass, matrix, generator);
          case BERNOULLI -> bernoulli(cleanLabels, matrix, generator);
        };
    var noisy = new NoisyLabels(spec, matrix, cleanLabels, labels);
    Tolerance.check(noisy);
    return noisy;
  }

  private static int[] exact(
      int[] clean, int[][] rowsPerClass, TransitionMatrix matrix, UniformRandomProvider generator) {
    int classes = matrix.classes();
    var expected = new double[classes];
    Arrays.setAll(expected, i -> rowsPerClass[i].length * matrix.flipProbability(i));
    int[] flips =
        Apportionment.largestRemainder(expected, Apportionment.roundedSum(expected), generator);
    var labels = clean.clone();
    for (int from = 0; from < classes; from++) {
      var toEach = new double[classes];
      for (int to = 0; to < classes; to++) {
        if (to != from && expected[from] > 0) {
          toEach[to] = expected[from] * matrix.probability(from, to) / matrix.flipProbability(from);
        }
      }
      int[] counts = Apportionment.largestRemainder(toEach, flips[from], generator);
      int[] rows = ArraySampler.shuffle(generator, rowsPerClass[from]);
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
      int[] clean, TransitionMatrix matrix, UniformRandomProvider generator) {
    return Arrays.stream(clean).map(from -> draw(matrix, from, generator.nextDouble())).toArray();
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
