package org.noisemark.reports.gate;

import java.util.Locale;

/**
 * Something that a gate has to say.
 *
 * @param outcome what it makes of the gate; {@link Outcome#PASS} for a note that changes nothing
 * @param cell label of the cell; empty where it concerns all
 * @param message one line
 */
public record Finding(Check check, Outcome outcome, String cell, String message) {
  static Finding of(Check check, Outcome outcome, String cell, String message, Object... values) {
    return new Finding(
        check, outcome, cell, String.format(Locale.ROOT, message, values).replaceAll("\\s+", " "));
  }

  /** Whether it is for reading only. */
  boolean isNote() {
    return outcome == Outcome.PASS;
  }
}
