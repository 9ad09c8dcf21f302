package org.noisemark.reports.study;

import java.util.function.Predicate;

/**
 * A chart of a quantity over x for each setting, a line a series.
 *
 * @param title what is shown
 * @param axis what x is, with its unit
 * @param quantity what y is
 * @param shown which of its measurements
 */
public record Figure(String title, String axis, Quantity quantity, Predicate<Measurement> shown) {
  /** Of all measurements of the quantity. */
  public Figure(String title, String axis, Quantity quantity) {
    this(title, axis, quantity, any -> true);
  }
}
