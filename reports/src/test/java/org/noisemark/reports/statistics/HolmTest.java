package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void agreesWithFourByHand() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, // 3 · 0.01, kept up by 2 · 0.03, 2 · 0.03, 4 · 0.005
        Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-15);
    assertArrayEquals(new double[] {0.2}, Holm.adjusted(new double[] {0.2}));
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.9, 0.6}));
    assertArrayEquals(new double[0], Holm.adjusted(new double[0]));
  }

  /** The smallest is Bonferroni's; none is below its own p-value, and their order is kept. */
  @Test
  void correctsTheSmallestMostAndKeepsTheOrder() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(6);
    for (int i = 0; i < 100; i++) {
      double[] p = random.doubles(1 + i % 30).sorted().toArray();
      double[] adjusted = Holm.adjusted(p);
      assertEquals(Math.min(1, p.length * p[0]), adjusted[0]);
      for (int j = 0; j < p.length; j++) {
        assertTrue(adjusted[j] >= p[j] && adjusted[j] <= 1);
        assertTrue(j == 0 || adjusted[j] >= adjusted[j - 1]);
      }
    }
  }

  /** Of 30 true hypotheses, at least one is rejected with probability 1 − (1 − α/30)³⁰ < α. */
  @Test
  void holdsTheFamilyWiseError() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(7);
    int families = 4000;
    int wrong = 0;
    for (int i = 0; i < families; i++) {
      double[] adjusted = Holm.adjusted(random.doubles(30).toArray());
      wrong += Arrays.stream(adjusted).min().getAsDouble() <= 0.05 ? 1 : 0;
    }
    double expected = 1 - Math.pow(1 - 0.05 / 30, 30);
    double sd = Math.sqrt(expected * (1 - expected) / families);
    assertTrue(Math.abs(wrong / (double) families - expected) < 4 * sd, wrong + " families");
  }
}
