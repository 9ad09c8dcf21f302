package org.noisemark.reports.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class TicksTest {
  /** Ranges of every size, anywhere. */
  @Test
  void encloseTheRangeWithAFewRoundNumbersAtEqualSteps() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(2);
    for (int i = 0; i < 2000; i++) {
      double size = Math.pow(10, random.nextInt(-6, 9));
      double low = (random.nextDouble() - 0.5) * size;
      double high = low + random.nextDouble() * size;
      int wanted = random.nextInt(2, 9);
      Ticks ticks = Ticks.enclosing(low, high, wanted);
      List<BigDecimal> values = ticks.values();
      String where = String.format(Locale.ROOT, "%s to %s by %d: %s", low, high, wanted, values);
      double slack = 1e-8 * (high - low);
      assertTrue(ticks.low() <= low + slack && high - slack <= ticks.high(), where);
      assertTrue(values.size() >= 2 && values.size() <= wanted + 2, where);
      BigDecimal step = values.get(1).subtract(values.get(0));
      assertTrue(
          Set.of("1", "2", "5").contains(step.stripTrailingZeros().unscaledValue().toString()),
          where);
      for (int k = 0; k < values.size(); k++) {
        BigDecimal expected = values.get(0).add(step.multiply(BigDecimal.valueOf(k)));
        assertEquals(0, expected.compareTo(values.get(k)), where);
        assertEquals(0, values.get(k).remainder(step).signum(), where);
      }
      // No tick is spare: without the first or the last, the range sticks out.
      assertTrue(values.get(1).doubleValue() > low - slack, where);
      assertTrue(values.get(values.size() - 2).doubleValue() < high + slack, where);
    }
  }

  @Test
  void areWhatAPersonWouldChoose() {
    assertEquals(List.of(0.0, 20.0, 40.0, 60.0), doubles(Ticks.enclosing(0, 60, 4)));
    assertEquals(List.of(75.0, 80.0, 85.0, 90.0, 95.0), doubles(Ticks.enclosing(79.4, 93.4, 5)));
    assertEquals(List.of(-0.2, 0.0, 0.2), doubles(Ticks.enclosing(-0.2, 0.2, 3)));
  }

  @Test
  void oneValueHasRoomAroundIt() {
    for (double value : new double[] {0, 5, -3, 1e-9, 1e12}) {
      Ticks ticks = Ticks.enclosing(value, value, 4);
      assertTrue(ticks.low() < value && value < ticks.high(), ticks.toString());
    }
  }

  @Test
  void refuseWhatIsNoRange() {
    assertThrows(IllegalArgumentException.class, () -> Ticks.enclosing(1, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> Ticks.enclosing(Double.NaN, 0, 4));
    assertThrows(
        IllegalArgumentException.class, () -> Ticks.enclosing(0, Double.POSITIVE_INFINITY, 4));
    assertThrows(IllegalArgumentException.class, () -> Ticks.enclosing(0, 1, 1));
  }

  @Test
  void epochsAreCountedFromOneToTheLast() {
    assertEquals(List.of(1.0, 2.0), doubles(Ticks.counting(1, 4)));
    assertEquals(List.of(1.0, 2.0, 3.0, 4.0), doubles(Ticks.counting(4, 4)));
    assertEquals(List.of(1.0, 50.0, 100.0, 150.0, 200.0), doubles(Ticks.counting(200, 4)));
    for (int last = 2; last < 400; last++) {
      Ticks ticks = Ticks.counting(last, 4);
      assertEquals(1, ticks.low());
      assertEquals(last, ticks.high());
      assertTrue(ticks.values().size() <= 7, ticks.toString());
      for (int i = 1; i < ticks.values().size(); i++) {
        assertTrue(ticks.values().get(i).compareTo(ticks.values().get(i - 1)) > 0);
      }
    }
  }

  @Test
  void aScaleMapsItsEndsAndKeepsTheOrder() {
    for (Scale scale : List.of(new Scale(-2, 3, 40, 400), new Scale(0, 1, 300, 20))) {
      assertEquals(scale.from(), scale.at(scale.low()), 1e-12);
      assertEquals(scale.to(), scale.at(scale.high()), 1e-12);
      double middle = scale.at((scale.low() + scale.high()) / 2);
      assertEquals((scale.from() + scale.to()) / 2, middle, 1e-12);
    }
    assertThrows(IllegalArgumentException.class, () -> new Scale(1, 1, 0, 1));
  }

  private static List<Double> doubles(Ticks ticks) {
    return ticks.values().stream().map(BigDecimal::doubleValue).toList();
  }
}
