package org.noisemark.reports.page.parts;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** Numbers as people read them; what was not measured is a dash. */
public final class Figures {
  public static final String ABSENT = "–";

  private Figures() {}

  /** A ratio in percent with two decimals. */
  public static String percent(double ratio) {
    return fixed(100 * ratio, 2);
  }

  public static String percent(OptionalDouble ratio) {
    return ratio.isPresent() ? percent(ratio.getAsDouble()) : ABSENT;
  }

  /** A difference of ratios in percentage points, always with its sign. */
  public static String points(double difference) {
    String text = fixed(100 * difference, 2);
    return text.startsWith("−") || text.equals("0.00") ? text : "+" + text;
  }

  public static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', '\u202f');
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return text.replace("-", zero ? "" : "−");
  }

  public static String fixed(OptionalDouble value, int decimals) {
    return value.isPresent() ? fixed(value.getAsDouble(), decimals) : ABSENT;
  }

  /** "± 1.14", half the interval in percentage points; nothing without an interval. */
  public static String half(Estimate estimate) {
    return estimate
        .interval()
        .map(bounds -> "± " + fixed(50 * (bounds.high() - bounds.low()), 2))
        .orElse("");
  }

  /** "[89.69, 91.97]" in percent; nothing without an interval. */
  public static String bounds(Optional<Interval> interval) {
    return interval
        .map(
            bounds ->
                String.format(
                    Locale.ROOT, "[%s, %s]", percent(bounds.low()), percent(bounds.high())))
        .orElse("");
  }

  /** "[−1.28, +1.39]" in percentage points; nothing without an interval. */
  public static String signedBounds(Optional<Interval> interval) {
    return interval
        .map(
            bounds ->
                String.format(Locale.ROOT, "[%s, %s]", points(bounds.low()), points(bounds.high())))
        .orElse("");
  }

  /** Decimals that show a column of amounts, the largest of which is given, to three digits. */
  public static int decimals(double largest) {
    return largest >= 1000 ? 0 : largest >= 100 ? 1 : largest >= 1 ? 2 : 4;
  }

  /** A tick of an axis. */
  public static String tick(BigDecimal value) {
    return fixed(value.doubleValue(), Math.max(0, value.stripTrailingZeros().scale()));
  }
}
