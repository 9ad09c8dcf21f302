package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AurocTest {
  @Test
  void isTheShareOfPairsInOrder() {
    var random = new SplittableRandom(1);
    for (int round = 0; round < 200; round++) {
      int count = 2 + random.nextInt(40);
      int values = 1 + random.nextInt(10); // few, so that many are equal
      double[] scores = random.ints(count, 0, values).asDoubleStream().toArray();
      boolean[] positive = new boolean[count];
      for (int i = 0; i < count; i++) {
        positive[i] = random.nextBoolean();
      }

      assertEquals(pairs(scores, positive), Auroc.of(scores, i -> positive[i]));
    }
  }

  @Test
  void isOneForAPerfectSignAndAHalfForNone() {
    double[] scores = {0, 1, 2, 3};
    assertEquals(1, Auroc.of(scores, i -> i >= 2).orElseThrow());
    assertEquals(0, Auroc.of(scores, i -> i < 2).orElseThrow());
    assertEquals(0.5, Auroc.of(new double[] {7, 7, 7}, i -> i == 0).orElseThrow());
  }

  @Test
  void isEmptyWithoutOneOfEither() {
    assertTrue(Auroc.of(new double[] {1, 2}, i -> true).isEmpty());
    assertTrue(Auroc.of(new double[] {1, 2}, i -> false).isEmpty());
    assertTrue(Auroc.of(new double[0], i -> true).isEmpty());
  }

  private static OptionalDouble pairs(double[] scores, boolean[] positive) {
    double above = 0;
    int all = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          all++;
          above += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / all);
  }
}
