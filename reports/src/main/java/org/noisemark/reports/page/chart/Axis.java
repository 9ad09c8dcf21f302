package org.noisemark.reports.page.chart;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * @param label with the unit
 * @param text of a tick
 */
public record Axis(String label, Ticks ticks, Function<BigDecimal, String> text) {
  Scale scale(double from, double to) {
    return new Scale(ticks.low(), ticks.high(), from, to);
  }
}
