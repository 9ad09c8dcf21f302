package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class NonInferiorityTest {
  /** With two degrees of freedom P(T > t) = (1 − t / √(2 + t²)) / 2. */
  @Test
  void agreesWithTheClosedFormOfTwoDegrees() {
    var test = NonInferiority.of(new double[] {0.01, 0.02, 0.03}, 0.01);
    double t = 0.03 / (0.01 / Math.sqrt(3));
    double p = (1 - t / Math.sqrt(2 + t * t)) / 2;
    assertEquals(p, test.pExcluded(), 1e-12);
    assertEquals(1 - p, test.pShown(), 1e-12);
    double alpha = 0.9; // of a one-sided 0.05: 2 · 0.95 − 1
    double quantile = alpha * Math.sqrt(2 / (1 - alpha * alpha));
    assertEquals(0.02 - quantile * 0.01 / Math.sqrt(3), test.lowerBound(0.05).getAsDouble(), 1e-12);
  }

  /** With one degree of freedom T is a Cauchy variable: P(T > t) = 1/2 − arctan(t) / π. */
  @Test
  void agreesWithTheClosedFormOfOneDegree() {
    var test = NonInferiority.of(new double[] {-0.04, -0.02}, 0.01);
    double t = -0.02 / (0.02 / Math.sqrt(2) / Math.sqrt(2));
    assertEquals(0.5 - Math.atan(t) / Math.PI, test.pExcluded(), 1e-12);
    assertEquals(0.5 + Math.atan(t) / Math.PI, test.pShown(), 1e-12);
  }

  /** The quantile of 4 degrees of freedom at 0.95 is 2.131847, from any table. */
  @Test
  void boundsByTheTabledQuantile() {
    var test = new NonInferiority(5, -0.003, OptionalDouble.of(0.004), 0.01);
    assertEquals(
        -0.003 - 2.131847 * 0.004 / Math.sqrt(5), test.lowerBound(0.05).getAsDouble(), 1e-8);
  }

  @Test
  void theBoundAndTheTestAreOne() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3);
    for (int i = 0; i < 500; i++) {
      double[] differences = random.doubles(2 + i % 9, -0.03, 0.03).toArray();
      for (double margin : new double[] {0.001, 0.01, 0.05}) {
        var test = NonInferiority.of(differences, margin);
        boolean above = test.lowerBound(0.05).getAsDouble() > -margin;
        assertEquals(above, test.pExcluded() < 0.05, test.toString());
      }
    }
  }

  @Test
  void aWiderMarginExcludesMoreAndShowsLess() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(4);
    for (int i = 0; i < 100; i++) {
      double[] differences = random.doubles(2 + i % 9, -0.03, 0.03).toArray();
      var before = NonInferiority.of(differences, 0.001);
      for (double margin = 0.002; margin < 0.1; margin += 0.007) {
        var test = NonInferiority.of(differences, margin);
        assertTrue(test.pExcluded() <= before.pExcluded(), test.toString());
        assertTrue(test.pShown() >= before.pShown(), test.toString());
        before = test;
      }
    }
  }

  /** Turned round the margin, what was excluded is shown. */
  @Test
  void isSymmetricAboutTheMargin() {
    double[] differences = {-0.004, 0.011, -0.02, 0.001};
    double[] mirrored = {-0.016, -0.031, 0, -0.021}; // −2 · 0.01 − difference
    var test = NonInferiority.of(differences, 0.01);
    var mirror = NonInferiority.of(mirrored, 0.01);
    assertEquals(test.pExcluded(), mirror.pShown(), 1e-12);
  }

  @Test
  void equalDifferencesAreDecidedByTheirMean() {
    assertEquals(0, NonInferiority.of(new double[] {0, 0, 0}, 0.01).pExcluded());
    assertEquals(0, NonInferiority.of(new double[] {-0.5, -0.5}, 0.01).pShown());
    assertEquals(1, NonInferiority.of(new double[] {-0.5, -0.5}, 0.01).pExcluded());
  }

  @Test
  void oneDifferenceDecidesNothing() {
    var test = NonInferiority.of(new double[] {-0.5}, 0.01);
    assertEquals(1, test.pExcluded());
    assertEquals(1, test.pShown());
    assertTrue(test.lowerBound(0.05).isEmpty());
    assertTrue(test.seedsToDecide(0.05).isEmpty());
  }

  /** Against its definition, and where the mean is 0 against (t · sd / m)² from a table. */
  @Test
  void asksForTheFewestSeedsThatDecide() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(5);
    for (int i = 0; i < 200; i++) {
      var test = NonInferiority.of(random.doubles(3, -0.02, 0.02).toArray(), 0.004 + 0.0001 * i);
      int seeds = test.seedsToDecide(0.05).orElseThrow();
      double distance = Math.abs(test.mean() + test.margin());
      assertTrue(halfWidth(seeds, test) < distance, test + " with " + seeds);
      assertTrue(seeds == 2 || halfWidth(seeds - 1, test) >= distance, test + " with " + seeds);
    }
    // mean 0, sd = margin: √n > t. From a table: √4 < 2.3534, √5 > 2.1318.
    var plain = new NonInferiority(3, 0, OptionalDouble.of(0.01), 0.01);
    assertEquals(5, plain.seedsToDecide(0.05).getAsInt());
  }

  @Test
  void noNumberOfSeedsDecidesWhatLiesOnTheMargin() {
    assertTrue(
        new NonInferiority(3, -0.01, OptionalDouble.of(0.01), 0.01).seedsToDecide(0.05).isEmpty());
  }

  @Test
  void refusesAMarginOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> NonInferiority.of(new double[2], 0));
    assertThrows(
        IllegalArgumentException.class, () -> NonInferiority.of(new double[2], Double.NaN));
  }

  private static double halfWidth(int seeds, NonInferiority test) {
    return test.mean()
        - new NonInferiority(seeds, test.mean(), test.sd(), test.margin())
            .lowerBound(0.05)
            .getAsDouble();
  }
}
