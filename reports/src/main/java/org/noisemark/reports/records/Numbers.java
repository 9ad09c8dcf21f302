package org.noisemark.reports.records;

import java.util.OptionalDouble;
import tools.jackson.core.io.NumberOutput;

/** Numbers as text in files: the same characters on every JVM and in every locale. */
public final class Numbers {
  private Numbers() {}

  /** Shortest form that reads back as the same double; NaN, INF and -INF are literals. */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    // Double.toString is not the shortest form before Java 19.
    return NumberOutput.toString(value, true);
  }

  /** Empty if either is, or the reference is 0. */
  public static OptionalDouble ratio(OptionalDouble own, OptionalDouble reference) {
    return own.isEmpty() || reference.isEmpty() || reference.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(own.getAsDouble() / reference.getAsDouble());
  }
}
