package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class HolmTest {
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
