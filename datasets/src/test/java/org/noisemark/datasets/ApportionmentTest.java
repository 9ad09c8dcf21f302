package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
  @Test
  void givesTheLargestRemaindersMore() {
    assertArrayEquals(new int[] {3, 0, 2, 5}, apportion(10, 0, 2.6, 0.3, 2.1, 5.0));
  }

  @Test
  void breaksTiesForNoOneInParticular() {
    var more = new int[4];
    for (int seed = 0; seed < 4000; seed++) {
      int[] counts = apportion(2, seed, 0.5, 0.5, 0.5, 0.5);
      assertEquals(2, Arrays.stream(counts).sum());
      Arrays.setAll(more, i -> more[i] + counts[i]);
    }
    for (int count : more) {
      assertEquals(2000, count, 6 * Math.sqrt(1000));
    }
  }

  /** 0.1 + 0.2 > 0.3 in binary: a remainder that is there by rounding only breaks no tie. */
  @Test
  void seesThroughRoundingErrors() {
    int first = 0;
    for (int seed = 0; seed < 1000; seed++) {
      first += apportion(1, seed, 0.1 + 0.2, 0.3)[0];
    }
    assertEquals(500, first, 6 * Math.sqrt(250));
    assertArrayEquals(new int[] {200, 0}, apportion(200, 0, 1000 * (1 - 0.8), 0.2));
  }

  @Test
  void isWithinOneOfEveryQuota() {
    var generator = Seeds.generator(7, "test");
    for (int trial = 0; trial < 500; trial++) {
      var quotas = new double[1 + generator.nextInt(100)];
      Arrays.setAll(quotas, i -> generator.nextInt(4) == 0 ? 3 : 50 * generator.nextDouble());
      long total = Apportionment.roundedSum(quotas);
      int[] counts = Apportionment.largestRemainder(quotas, total, generator);
      assertEquals(total, Arrays.stream(counts).sum());
      for (int i = 0; i < quotas.length; i++) {
        assertTrue(Math.abs(counts[i] - quotas[i]) < 1);
      }
    }
  }

  @Test
  void roundsHalfUpAlsoWhereTheSumFallsShortByRounding() {
    assertEquals(1, Apportionment.roundedSum(new double[] {0.5}));
    assertEquals(4, Apportionment.roundedSum(new double[] {0.7, 0.7, 0.7, 0.7, 0.7}));
    assertEquals(0, Apportionment.roundedSum(new double[] {0.4999}));
  }

  @Test
  void refusesATotalThatNoRoundingGives() {
    assertThrows(IllegalArgumentException.class, () -> apportion(1, 0, 1.5, 1.5));
    assertThrows(IllegalArgumentException.class, () -> apportion(5, 0, 1.5, 1.5));
    assertThrows(IllegalArgumentException.class, () -> apportion(0, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> apportion(0, 0, -0.1));
  }

  private static int[] apportion(long total, long seed, double... quotas) {
    return Apportionment.largestRemainder(quotas, total, Seeds.generator(seed, "test"));
  }
}
