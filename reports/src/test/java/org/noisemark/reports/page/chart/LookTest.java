package org.noisemark.reports.page.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void hundredMethodsLookDifferent() {
    var seen = new HashSet<String>();
    IntStream.range(0, 100).forEach(slot -> seen.add(new Look(slot).swatch().toString()));
    assertEquals(100, seen.size());
  }

  /** Those who see no colour have two marks more to go by. */
  @Test
  void theFirstFiveDifferInMarkerAndInDash() {
    var markers = new HashSet<Marker>();
    var dashes = new HashSet<String>();
    for (int slot = 0; slot < 5; slot++) {
      markers.add(new Look(slot).marker());
      dashes.add(
          new Look(slot).dashed(org.noisemark.reports.page.html.Element.of("path")).toString());
    }
    assertEquals(5, markers.size());
    assertEquals(5, dashes.size());
  }

  @Test
  void marksOfEqualCostStandApartAroundTheirPlace() {
    double[] aside = ParetoChart.aside(List.of(100.0, 300.0, 100.0, 100.0));
    assertArrayEquals(new double[] {-11, 0, 0, 11}, aside, 1e-12);
  }

  @Test
  void marksThatWereNearEachOtherNoLongerAre() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(4);
    for (int i = 0; i < 300; i++) {
      var pixels = new ArrayList<Double>();
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        pixels.add(random.nextInt(6) * 60 + 8 * random.nextDouble());
      }
      double[] aside = ParetoChart.aside(pixels);
      for (int a = 0; a < pixels.size(); a++) {
        for (int b = 0; b < a; b++) {
          double apart = Math.abs(pixels.get(a) + aside[a] - pixels.get(b) - aside[b]);
          assertTrue(apart > 10.99, pixels + " " + apart);
        }
      }
    }
  }
}
