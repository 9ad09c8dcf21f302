package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BernoulliNoiseTest {
  @Test
  void everyCellIsInItsBinomialInterval() {
    double[][] rows = {
      {0.7, 0.2, 0.1, 0}, {0, 1, 0, 0}, {0.25, 0.25, 0.25, 0.25}, {0.5, 0, 0.5, 0}
    };
    var spec = NoiseSpec.ofMatrix(TransitionMatrix.of(rows), NoiseSpec.Count.BERNOULLI, 11);
    int[][] counts = LabelNoise.inject(Labels.balanced(80_000, 4), "any", 4, spec).transitions();
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        double p = rows[from][to];
        assertEquals(20_000 * p, counts[from][to], 5 * Math.sqrt(20_000 * p * (1 - p)) + 1e-9);
      }
    }
  }

  /** An exact draw has no variance; this one must have that of a binomial. */
  @Test
  void theNumberOfFlipsVariesAsABinomial() {
    int draws = 2000;
    double[] flips = new double[draws];
    Arrays.setAll(
        flips,
        seed ->
            LabelNoise.inject(
                    new int[200],
                    "any",
                    5,
                    NoiseSpec.of("symmetric-exclusive@1", 0.3, NoiseSpec.Count.BERNOULLI, seed))
                .flips());
    double mean = Arrays.stream(flips).average().orElseThrow();
    double variance = Arrays.stream(flips).map(x -> (x - mean) * (x - mean)).sum() / (draws - 1);
    assertEquals(60, mean, 6 * Math.sqrt(42.0 / draws));
    assertEquals(42, variance, 6 * 42 * Math.sqrt(2.0 / draws));
  }

  @Test
  void aDrawFarFromTheRateIsAnError() {
    Tolerance.check(NoiseSpec.Count.EXACT, 12_000, 12_000.5, 9600, 60_000);
    Tolerance.check(NoiseSpec.Count.BERNOULLI, 12_000 + 588, 12_000, 9600, 60_000);
    // one flip where a hundredth of one was expected is no rarity
    Tolerance.check(NoiseSpec.Count.BERNOULLI, 1, 0.01, 0.01, 10);
    assertFails(NoiseSpec.Count.EXACT, 12_001, 12_000.0, 9600);
    assertFails(NoiseSpec.Count.BERNOULLI, 12_000 + 686, 12_000, 9600);
    assertFails(NoiseSpec.Count.BERNOULLI, 1, 0, 0);
  }

  private static void assertFails(
      NoiseSpec.Count count, int flips, double expected, double variance) {
    assertThrows(
        IllegalStateException.class,
        () -> Tolerance.check(count, flips, expected, variance, 60_000));
  }
}
