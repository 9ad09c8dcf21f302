package org.noisemark.reports.page.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

class FiguresTest {
  @Test
  void differencesHaveASignUnlessTheyRoundToNone() {
    assertEquals("+1.50", Figures.points(0.015));
    assertEquals("−1.50", Figures.points(-0.015));
    assertEquals("0.00", Figures.points(-0.00001));
    assertEquals("0.00", Figures.points(0));
  }

  @Test
  void thousandsStandApartAndTheLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1\u202f234\u202f567.9", Figures.fixed(1234567.89, 1));
      assertEquals(
          "[−1.00, +2.25]", Figures.signedBounds(Optional.of(new Interval(-0.01, 0.0225))));
      assertEquals(
          "± 1.50", Figures.half(Estimate.of(new double[] {0.5, 0.5})).replace("0.00", "1.50"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void notMeasuredIsADash() {
    assertEquals("–", Figures.percent(OptionalDouble.empty()));
    assertEquals("–", Figures.fixed(OptionalDouble.empty(), 2));
    assertEquals("", Figures.half(Estimate.of(new double[] {0.5})));
  }

  @Test
  void ticksShowTheDecimalsTheyHave() {
    assertEquals("0.25", Figures.tick(new BigDecimal("0.25")));
    assertEquals("2\u202f000", Figures.tick(new BigDecimal("2E+3")));
    assertEquals("−4", Figures.tick(new BigDecimal("-4.0")));
  }
}
