package org.noisemark.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {
  @Test
  void isTheGapOfASingleBin() {
    double[] confidences = {0.95, 0.97, 0.94, 0.98};
    assertEquals(0.96 - 0.75, CalibrationError.of(confidences, i -> i != 0), 1e-12);
    assertEquals(0.04, CalibrationError.of(confidences, i -> true), 1e-12);
  }

  /** Half at 0.9 of which all are right, half at 0.3 of which none is. */
  @Test
  void weighsBinsByTheirPredictions() {
    double[] confidences = new double[100];
    Arrays.fill(confidences, 0, 50, 0.9);
    Arrays.fill(confidences, 50, 100, 0.3);

    assertEquals(0.5 * 0.1 + 0.5 * 0.3, CalibrationError.of(confidences, i -> i < 50), 1e-12);
  }

  /** 3/15 and 4/15 end the bins that hold them: they do not share one. */
  @Test
  void aBinHoldsItsUpperEnd() {
    double[] confidences = {3.0 / 15, 3.0 / 15 + 1e-9, 1.0 / 15, 1.0};
    boolean[] right = {false, true, false, true};
    double apart = 3.0 / 15 + (1 - 3.0 / 15 - 1e-9) + 1.0 / 15 + 0;

    assertEquals(apart / 4, CalibrationError.of(confidences, i -> right[i]), 1e-12);
  }

  @Test
  void isZeroIfEachBinIsRightAsOftenAsItSays() {
    double[] confidences = new double[10];
    Arrays.fill(confidences, 0.7);
    assertEquals(0, CalibrationError.of(confidences, i -> i < 7), 1e-12);
  }
}
