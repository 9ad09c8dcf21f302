package org.noisemark.reports.page.html;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Coordinates as SVG reads them, to a tenth of a pixel. */
public final class Coordinate {
  private Coordinate() {}

  /**
   * @throws IllegalArgumentException unless finite
   */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("coordinate " + value);
    }
    String text =
        BigDecimal.valueOf(value)
            .setScale(1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
