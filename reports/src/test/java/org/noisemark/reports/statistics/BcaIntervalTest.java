package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class BcaIntervalTest {
  private static final int MANY = 199_999;

  /** Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 14.1, task A. */
  private static final double[] SPATIAL = {
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
    41
  };

  /**
   * Their table 14.2: 90 % for the plug-in variance 171.5 is (115.8, 259.6), acceleration 0.061.
   */
  @Test
  void agreesWithEfronAndTibshirani() {
    assertEquals(171.5, variance(SPATIAL), 0.05);
    assertEquals(0.061, BcaInterval.acceleration(SPATIAL, BcaIntervalTest::variance), 0.0005);
    Interval interval = BcaInterval.of(SPATIAL, BcaIntervalTest::variance, 0.9, MANY);
    // Theirs comes from 2000 resamples; 200 000 of scipy.stats.bootstrap give (115.7, 261.1).
    assertEquals(115.8, interval.low(), 1);
    assertEquals(259.6, interval.high(), 3);
    assertEquals(261.1, interval.high(), 1.5);
  }

  /** scipy.stats.bootstrap, method BCa, 400 000 resamples. */
  @Test
  void agreesWithScipyOnAccuracies() {
    double[] accuracies = {
      0.8423, 0.8391, 0.8502, 0.8467, 0.8310, 0.8455, 0.8478, 0.8490, 0.8120, 0.8461
    };
    Interval interval = BcaInterval.of(accuracies, Estimate::mean, 0.95, MANY);
    assertEquals(0.83023, interval.low(), 0.0001);
    assertEquals(0.84579, interval.high(), 0.0001);
  }

  /** All 6^6 resamples, each as likely as the others: the distribution that resampling imitates. */
  @Test
  void agreesWithTheWholeBootstrapDistribution() {
    double[] sample = {1, 2.5, 3.1, 4.7, 5.2, 11.9};
    double[] all = new double[46656];
    for (int code = 0; code < all.length; code++) {
      for (int rest = code, i = 0; i < 6; i++, rest /= 6) {
        all[code] += sample[rest % 6] / 6;
      }
    }
    Arrays.sort(all);
    double mean = Estimate.mean(sample);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double z0 =
        normal.inverseCumulativeProbability(
            Arrays.stream(all).map(v -> v < mean - 1e-9 ? 1 : v < mean + 1e-9 ? 0.5 : 0).sum()
                / all.length);
    double cubes = 0;
    double squares = 0;
    for (double value : sample) {
      cubes += Math.pow(value - mean, 3);
      squares += Math.pow(value - mean, 2);
    }
    double a = cubes / Math.pow(squares, 1.5) / 6; // of a mean, the skewness over 6 √n
    Interval interval = BcaInterval.of(sample, Estimate::mean, 0.95, MANY);
    assertEquals(a, BcaInterval.acceleration(sample, Estimate::mean), 1e-12);
    assertEquals(quantile(all, normal, z0, a, -1.959964), interval.low(), 0.05);
    assertEquals(quantile(all, normal, z0, a, 1.959964), interval.high(), 0.05);
  }

  @Test
  void reachesFurtherTowardsTheLongTail() {
    double[] skewed = {1, 1, 1, 2, 2, 3, 4, 20};
    Interval interval = BcaInterval.of(skewed, Estimate::mean, 0.95, MANY);
    double mean = Estimate.mean(skewed);
    assertTrue(interval.high() - mean > 1.5 * (mean - interval.low()), interval.toString());
  }

  @Test
  void movesAndScalesWithTheData() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3);
    for (int n = 8; n <= 40; n += 8) {
      double[] sample = random.doubles(n).toArray();
      double[] moved = Arrays.stream(sample).map(value -> 4 * value + 8).toArray();
      Interval one = BcaInterval.of(sample, Estimate::mean, 0.95, MANY);
      Interval other = BcaInterval.of(moved, Estimate::mean, 0.95, MANY);
      assertEquals(4 * one.low() + 8, other.low(), 1e-9);
      assertEquals(4 * one.high() + 8, other.high(), 1e-9);
      assertNotEquals(one.low(), one.high());
    }
  }

  /** Resampled, or without a value that it leaves out, it has every digit of the plain mean. */
  @Test
  void theQuickMeanIsThatOfItsDefinition() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(4);
    SampleStatistic definition = Estimate::mean;
    for (int n = 2; n <= 200; n++) {
      double[] sample = random.doubles(n, -1, 1).toArray();
      double[] tied = Arrays.stream(sample).map(value -> Math.round(20 * value) / 20.0).toArray();
      for (double[] values : new double[][] {sample, tied}) {
        assertArrayEquals(definition.leavingOutEach(values), new Mean().leavingOutEach(values));
        assertEquals(
            BcaInterval.of(values, definition, 0.95, 99),
            BcaInterval.of(values, new Mean(), 0.95, 99));
      }
    }
  }

  @Test
  void equalValuesGiveAPoint() {
    double[] equal = new double[9];
    Arrays.fill(equal, 0.7);
    Interval interval = BcaInterval.of(equal, Estimate::mean, 0.95, MANY);
    assertEquals(Estimate.mean(equal), interval.low());
    assertEquals(Estimate.mean(equal), interval.high());
  }

  private static double quantile(
      double[] sorted, NormalDistribution normal, double z0, double a, double z) {
    double level = normal.cumulativeProbability(z0 + (z0 + z) / (1 - a * (z0 + z)));
    return sorted[(int) (level * sorted.length)];
  }

  private static double variance(double[] values) {
    double mean = Estimate.mean(values);
    return Estimate.mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
  }
}
