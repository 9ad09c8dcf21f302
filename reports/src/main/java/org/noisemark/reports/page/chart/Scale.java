package org.noisemark.reports.page.chart;

import java.util.Locale;

/**
 * A linear map from values to pixels.
 *
 * @param low smallest value
 * @param high largest value, above {@code low}
 * @param from pixel of {@code low}; may lie above {@code to}
 * @param to pixel of {@code high}
 */
record Scale(double low, double high, double from, double to) {
  Scale {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "scale from %s to %s", low, high));
    }
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }
}
