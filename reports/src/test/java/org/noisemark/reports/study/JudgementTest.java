package org.noisemark.reports.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Claim ABOVE_ONE =
      new Claim("above-one", "It is above 1", "length", 1, Measurements::bySeed);

  private static Measurements of(double... values) {
    var all = new ArrayList<Measurement>();
    for (int i = 0; i < values.length; i++) {
      all.add(new Measurement("here", "method", 0, "thing", i, values[i]));
    }
    return new Measurements(all);
  }

  @Test
  void theIntervalDecides() {
    assertEquals(Outcome.CONFIRMED, ABOVE_ONE.judge(of(2, 2.1, 1.9, 2, 2)).outcome());
    assertEquals(Outcome.NOT_CONFIRMED, ABOVE_ONE.judge(of(0, 0.1, -0.1, 0, 0)).outcome());
    assertEquals(Outcome.UNDECIDED, ABOVE_ONE.judge(of(0, 1, 2, 3, 0)).outcome());
  }

  @Test
  void oneSeedAndNoneDecideNothing() {
    assertEquals(Outcome.UNDECIDED, ABOVE_ONE.judge(of(5)).outcome());
    assertEquals(Outcome.UNDECIDED, ABOVE_ONE.judge(of()).outcome());
  }

  @Test
  void aStudyIsConfirmedIfAllItsClaimsAre() {
    var yes = ABOVE_ONE.judge(of(2, 2.1, 1.9));
    var no = ABOVE_ONE.judge(of(0, 0.1, -0.1));
    var open = ABOVE_ONE.judge(of(0, 1, 3));
    assertEquals(Outcome.CONFIRMED, Outcome.of(List.of(yes, yes)));
    assertEquals(Outcome.UNDECIDED, Outcome.of(List.of(yes, open)));
    assertEquals(Outcome.NOT_CONFIRMED, Outcome.of(List.of(yes, open, no)));
  }

  @Test
  void slopesAreThoseOfLeastSquares() {
    var line = new ArrayList<Measurement>();
    double[] y = {1, 3, 2, 5}; // slope 1.1 over 0 … 3
    for (int i = 0; i < y.length; i++) {
      line.add(new Measurement("here", "method", i, "thing", 7, y[i]));
    }
    assertEquals(1.1, new Measurements(line).slopeBySeed(x -> x).get(7L), 1e-12);
    assertTrue(of(1, 2).slopeBySeed(x -> x).isEmpty(), "one x has no slope");
  }

  @Test
  void differencesArePairedBySeed() {
    var a = of(5, 6, 7).bySeed();
    var b = of(1, 1).bySeed();
    assertEquals(List.of(4.0, 5.0), List.copyOf(Measurements.difference(a, b).values()));
  }

  @Test
  void whatIsNotFiniteIsNoMeasurement() {
    assertThrows(IllegalArgumentException.class, () -> of(Double.NaN));
  }
}
