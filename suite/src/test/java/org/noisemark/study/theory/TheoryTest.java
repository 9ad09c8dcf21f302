package org.noisemark.study.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Quantity;

/** Against closed forms, and against values that another program gave. */
@Tag("slow")
class TheoryTest {
  private static double value(List<Measurement> all, Quantity quantity, String series, double rho) {
    return all.stream()
        .filter(each -> each.quantity().equals(quantity.name()))
        .filter(each -> each.series().equals(series) && each.x() == rho)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void unnormalizedSamLeavesAParabolaAsAlgebraSays() {
    double h = QuadraticEscape.CURVATURE;
    double eta = QuadraticEscape.LEARNING_RATE;
    var measured = QuadraticEscape.measure(3, 10_000);
    for (double rho : new double[] {0.1, 0.3, 1}) {
      double more = 1 + rho * h;
      assertEquals(more * more, value(measured, QuadraticEscape.GROWTH, "usam", rho), 1e-9);
      // The variance of w ← w − η a (h w + ξ) is η a / (h (2 − η a h)).
      double longRun = more * (2 - eta * h) / (2 - eta * more * h);
      assertEquals(
          longRun, value(measured, QuadraticEscape.STATIONARY, "usam", rho), 0.03 * longRun);
    }
    // A radius that does not shrink with the gradient: 2.29 and 1.58 elsewhere.
    assertEquals(2.29, value(measured, QuadraticEscape.GROWTH, "sam", 0.3), 0.12);
  }

  @Test
  void samIsFurtherOnTheFlatSideOfAValley() {
    var measured = AsymmetricValley.measure(1, 400_000);
    double[][] known = {{0, 0.228, 0.84}, {0.1, 0.275, 0.92}, {0.3, 0.401, 0.99}, {1, 0.94, 1}};
    for (double[] each : known) {
      String series = each[0] == 0 ? "sgd" : "sam";
      assertEquals(
          each[1], value(measured, AsymmetricValley.OFFSET, series, each[0]), 0.1 * each[1]);
      assertEquals(each[2], value(measured, AsymmetricValley.SHARE, series, each[0]), 0.02);
    }
  }

  @Test
  void fromTheSharpBowlALargerRadiusHelpsOnlyToAPoint() {
    var measured = TwoBowls.measure(1, 60, 2000);
    double sgd = value(measured, TwoBowls.ESCAPED, "sgd", 0);
    double at = value(measured, TwoBowls.ESCAPED, "sam", 0.1);
    assertTrue(sgd < 0.15, "SGD " + sgd);
    assertTrue(at > 0.6, "SAM of rho 0.1 " + at);
    assertTrue(value(measured, TwoBowls.ESCAPED, "sam", 0.2) < at / 2);
  }

  @Test
  void bothOrdersOfFSamAreOneWhereAlgebraSaysSo() {
    for (var each : FSamTheory.orders(5)) {
      // What is left of the first average: 0.9 to the power of 200, 9 digits.
      assertEquals(9.2, each.value(), 1.0, each.series());
    }
  }
}
