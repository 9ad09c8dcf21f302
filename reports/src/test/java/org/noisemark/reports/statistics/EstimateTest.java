package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.statistics.Estimate.Method;

class EstimateTest {
  /** With one degree of freedom t is a Cauchy variable: its quantile is tan(π (p − 1/2)). */
  @Test
  void twoValuesHaveTheIntervalOfCauchy() {
    Estimate estimate = Estimate.of(new double[] {0.5, 0.75});
    double half = Math.tan(Math.PI * 0.475) * 0.125; // sd / √2 is half the difference
    assertEquals(0.625, estimate.mean());
    assertEquals(0.25 / Math.sqrt(2), estimate.sd().getAsDouble(), 1e-15);
    assertEquals(0.625 - half, estimate.interval().get().low(), 1e-9);
    assertEquals(0.625 + half, estimate.interval().get().high(), 1e-9);
    assertEquals(Method.STUDENT_T, estimate.method());
  }

  /** With two degrees of freedom the quantile is 2 α √(2 / (1 − α²)) / 2 for α = 2 p − 1. */
  @Test
  void threeValuesHaveTheClosedFormOfTwoDegrees() {
    Estimate estimate = Estimate.of(new double[] {1, 2, 3});
    double alpha = 0.95;
    double half = alpha * Math.sqrt(2 / (1 - alpha * alpha)) / Math.sqrt(3);
    assertEquals(2 - half, estimate.interval().get().low(), 1e-9);
    assertEquals(2 + half, estimate.interval().get().high(), 1e-9);
  }

  @Test
  void oneValueHasNoInterval() {
    Estimate estimate = Estimate.of(new double[] {0.5});
    assertTrue(estimate.interval().isEmpty());
    assertTrue(estimate.sd().isEmpty());
    assertEquals(Method.NONE, estimate.method());
  }

  @Test
  void bootstrapsFromEightValuesOn() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(1);
    for (int n = 2; n <= 12; n++) {
      Estimate estimate = Estimate.of(random.doubles(n).toArray());
      assertEquals(n < 8 ? Method.STUDENT_T : Method.BCA_BOOTSTRAP, estimate.method());
      assertTrue(estimate.interval().get().contains(estimate.mean()));
    }
  }

  @Test
  void refusesNoValues() {
    assertThrows(IllegalArgumentException.class, () -> Estimate.of(new double[0]));
  }

  /** The quantile of one degree of freedom is 12.706, of two 4.303, of three 3.182. */
  @Test
  void seedsAreAsManyAsTheHalfWidthTakes() {
    assertEquals(2, Estimate.seedsFor(12.71 / Math.sqrt(2), 1, 100).orElseThrow());
    assertEquals(3, Estimate.seedsFor(12.70 / Math.sqrt(2), 1, 100).orElseThrow());
    assertEquals(3, Estimate.seedsFor(4.304 / Math.sqrt(3), 1, 100).orElseThrow());
    assertEquals(4, Estimate.seedsFor(3.183 / Math.sqrt(4), 1, 100).orElseThrow());
    assertTrue(Estimate.seedsFor(0.1, 1, 100).isEmpty());
    // With many seeds the quantile is the normal's, 1.95996.
    double normal = Math.pow(1.95996 / 0.01, 2);
    assertEquals(normal, Estimate.seedsFor(0.01, 1, 100_000).orElseThrow(), 5);
  }
}
