package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedTestTest {
  /** Student's own sleep data, differences of the two drugs: R's t.test gives p = 0.002833. */
  @Test
  void agreesWithR() {
    Estimate sleep = Estimate.of(new double[] {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4});
    assertEquals(0.002833, PairedTest.pValue(sleep, 0).getAsDouble(), 5e-7);
  }

  /** The same shifted: of the range 1 the smaller tail counts, as t.test(…, mu = 1) gives twice. */
  @Test
  void aRangeIsTestedAtItsNearerEnd() {
    double[] shifted = {0.2, 1.4, 0.3, 0.3, -1.0, 0.0, 0.8, -0.2, 3.6, 0.4};
    Estimate sleep = Estimate.of(new double[] {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4});
    assertEquals(
        PairedTest.pValue(Estimate.of(shifted), 0).getAsDouble(),
        PairedTest.pValue(sleep, 1).getAsDouble(),
        1e-12);
    assertEquals(1, PairedTest.pValue(sleep, 2).getAsDouble());
  }

  @Test
  void equalDifferencesAreDecidedByTheirMean() {
    assertEquals(0, PairedTest.pValue(Estimate.of(new double[] {0.1, 0.1}), 0).getAsDouble());
    assertEquals(1, PairedTest.pValue(Estimate.of(new double[] {0, 0}), 0).getAsDouble());
    assertTrue(PairedTest.pValue(Estimate.of(new double[] {0.1}), 0).isEmpty());
  }
}
