package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Against closed forms, and against figures of SciPy 1.17.1 on fixed scores: trim_mean and
 * mannwhitneyu as rliable calls them, permutation_test, and NumPy's percentiles of 200000
 * stratified resamples.
 */
class AggregatesTest {
  private static final double[][] OTHER = {
    {0.75, 0.59, 0.502, 0.687, 0.602},
    {0.859, 0.62, 0.828, 0.621, 0.678},
    {0.81, 0.849, 0.819, 0.611, 0.702}
  };
  private static final double[][] OWN = {
    {0.781, 0.543, 0.505, 0.702, 0.596},
    {0.829, 0.591, 0.8, 0.625, 0.687},
    {0.806, 0.804, 0.837, 0.545, 0.715}
  };
  private static final List<Pairs> STRATA =
      IntStream.range(0, 3).mapToObj(i -> new Pairs(OWN[i], OTHER[i])).toList();

  @Test
  void theInterquartileMeanIsThatOfTheMiddleHalf() {
    assertEquals(5.5, interquartileMean(10, 1, 9, 2, 8, 3, 7, 4, 6, 5));
    assertEquals(3, interquartileMean(1e9, 3, 2, 4, -1e9));
    assertEquals(2, interquartileMean(1, 2, 3));
    assertEquals(7, interquartileMean(7));
    assertThrows(IllegalArgumentException.class, () -> Aggregates.interquartileMean(List.of()));
    assertEquals(0.7001111111111111, Aggregates.interquartileMean(STRATA).observed(), 1e-15);
    assertEquals(
        0.7001111111111111 - 0.6997777777777778,
        Aggregates.interquartileMeanDifference(STRATA).observed(),
        1e-15);
  }

  @Test
  void theProbabilityOfImprovementIsMannAndWhitneys() {
    assertEquals(0.4666666666666666, Aggregates.probabilityOfImprovement(STRATA).observed(), 1e-15);
    double[] same = {0.1, 0.2, 0.3};
    assertEquals(
        0.5, Aggregates.probabilityOfImprovement(List.of(new Pairs(same, same))).observed());
    double[] higher = {0.4, 0.5, 0.6};
    assertEquals(
        1, Aggregates.probabilityOfImprovement(List.of(new Pairs(higher, same))).observed());
    assertEquals(
        0.5,
        Aggregates.probabilityOfImprovement(
                List.of(new Pairs(higher, same), new Pairs(same, higher)))
            .observed());
  }

  @Test
  void theStratifiedBootstrapAgreesWithNumPy() {
    Interval mean = StratifiedBootstrap.of(Aggregates.interquartileMean(STRATA));
    assertEquals(0.62255556, mean.low(), 2e-3);
    assertEquals(0.76655556, mean.high(), 2e-3);
    Interval difference = StratifiedBootstrap.of(Aggregates.interquartileMeanDifference(STRATA));
    assertEquals(-0.02344444, difference.low(), 1e-3);
    assertEquals(0.01277778, difference.high(), 1e-3);
    assertEquals(mean, StratifiedBootstrap.of(Aggregates.interquartileMean(STRATA)));
  }

  /** With two pairs a stratum, each stratum's mean is low, middle or high at 1, 2 and 1 in 4. */
  @Test
  void drawsInsideEachStratumAndPairsTogether() {
    List<Pairs> one = List.of(new Pairs(new double[] {1, 3}, new double[] {0, 2}));
    Interval own =
        StratifiedBootstrap.of(Definitions.statistic(one, s -> Estimate.mean(s.get(0).own())));
    assertEquals(new Interval(1, 3), own);
    // The difference is 1 in every pair, so in every resample, only if pairs stay together.
    assertEquals(
        new Interval(1, 1),
        StratifiedBootstrap.of(Definitions.statistic(one, s -> s.get(0).meanDifference())));
    // Nothing varies inside the strata, though they differ from each other.
    List<Pairs> apart =
        List.of(
            new Pairs(new double[] {1, 1}, new double[] {0, 0}),
            new Pairs(new double[] {5, 5}, new double[] {0, 0}));
    assertEquals(new Interval(3, 3), StratifiedBootstrap.of(Aggregates.interquartileMean(apart)));
  }

  @Test
  void theSignFlipTestIsExactForFewPairs() {
    assertEquals(0.1640625, SignFlipTest.pValue(STRATA));
    double[] zeros = new double[5];
    double[] ones = {1, 1, 1, 1, 1};
    assertEquals(2 / 32.0, SignFlipTest.pValue(List.of(new Pairs(ones, zeros))));
    assertEquals(2 / 32.0, SignFlipTest.pValue(List.of(new Pairs(zeros, ones))));
    assertEquals(1, SignFlipTest.pValue(List.of(new Pairs(ones, ones))));
    assertEquals(
        2 / 1024.0, SignFlipTest.pValue(List.of(new Pairs(ones, zeros), new Pairs(ones, zeros))));
  }

  /** For equal differences the statistic counts heads: 2 P(X <= 6), X binomial of 20 and 1/2. */
  @Test
  void theSignFlipTestDrawsForManyPairs() {
    double[] zeros = new double[20];
    double[] signs = new double[20];
    Arrays.fill(signs, 0, 14, 1);
    Arrays.fill(signs, 14, 20, -1);
    double p = SignFlipTest.pValue(List.of(new Pairs(signs, zeros)));
    assertEquals(2 * 60460 / 1048576.0, p, 0.01);
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    assertEquals(1e-4, SignFlipTest.pValue(List.of(new Pairs(ones, new double[40]))), 1e-12);
  }

  @Test
  void theSignFlipTestIsThatOfItsDefinition() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(6);
    for (int n : new int[] {1, 2, 7, 16, 17, 60}) {
      var pairs =
          new Pairs(
              random.doubles(n).map(score -> Math.rint(20 * score) / 20).toArray(),
              random.doubles(n).map(score -> Math.rint(20 * score) / 20).toArray());
      assertEquals(
          Definitions.signFlip(pairs, RandomSource.XO_SHI_RO_256_PP.create(SignFlipTest.SEED)),
          SignFlipTest.pValue(List.of(pairs)));
    }
  }

  @Test
  void underNoDifferenceThePValueIsUniform() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3);
    int below = 0;
    for (int i = 0; i < 400; i++) {
      var pairs = new Pairs(random.doubles(8).toArray(), random.doubles(8).toArray());
      below += SignFlipTest.pValue(List.of(pairs)) <= 0.25 ? 1 : 0;
    }
    assertEquals(100, below, 35); // four standard deviations
  }

  /** The example of Holm's own procedure: 4, 3, 2 and 1 times the ascending p-values. */
  @Test
  void holmStepsDown() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-15);
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.9, 0.8}));
    assertArrayEquals(new double[] {0.2}, Holm.adjusted(new double[] {0.2}));
    assertArrayEquals(new double[0], Holm.adjusted(new double[0]));
  }

  @Test
  void refusesScoresThatAreNoPairs() {
    assertThrows(
        IllegalArgumentException.class, () -> new Pairs(new double[] {1}, new double[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> new Pairs(new double[0], new double[0]));
  }

  private static double interquartileMean(double... values) {
    return Aggregates.interquartileMean(List.of(new Pairs(values, values))).observed();
  }
}
