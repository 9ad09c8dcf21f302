package org.noisemark.reports.verify;

/**
 * One thing that is wrong with a directory of results, or worth knowing about it.
 *
 * @param severity whether it is wrong
 * @param file relative to the directory; empty if it concerns none in particular
 * @param row key of a table's row, or number of a line; empty without
 * @param column of a table, or path within a JSON file; empty without
 * @param stored the value that was found; null without
 * @param expected the value that would be right; null without
 * @param message what is wrong, in one line
 */
public record Finding(
    Severity severity,
    String file,
    String row,
    String column,
    String stored,
    String expected,
    String message) {
  /** Whether results with it can be relied on. */
  public enum Severity {
    ERROR,
    /** Worth knowing; nothing is wrong. */
    NOTE
  }

  static Finding error(String file, String message) {
    return new Finding(Severity.ERROR, file, "", "", null, null, message);
  }

  static Finding note(String message) {
    return new Finding(Severity.NOTE, "", "", "", null, null, message);
  }

  /** A stored value that is not the recomputed one. */
  static Finding value(String file, String row, String column, Object stored, Object expected) {
    return new Finding(
        Severity.ERROR,
        file,
        row,
        column,
        String.valueOf(stored),
        String.valueOf(expected),
        "differs from what is recomputed");
  }

  /** A value of a record that cannot be, in the words of the message. */
  public static Finding ofRecord(
      String runId, String field, Object stored, Object expected, String message) {
    return new Finding(
        Severity.ERROR,
        "cells/" + runId + ".json",
        "",
        field,
        String.valueOf(stored),
        String.valueOf(expected),
        message);
  }

  /** Something wrong that is no file's. */
  public static Finding ofAll(Severity severity, String message) {
    return new Finding(severity, "", "", "", null, null, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line for people: file, row, column, what is wrong, both values. */
  public String text() {
    var text = new StringBuilder();
    text.append(file);
    if (!row.isEmpty()) {
      text.append(", row ").append(row);
    }
    if (!column.isEmpty()) {
      text.append(", ").append(column);
    }
    text.append(text.isEmpty() ? "" : ": ").append(message);
    if (stored != null || expected != null) {
      text.append(": stored ").append(shown(stored)).append(", expected ").append(shown(expected));
    }
    return text.toString();
  }

  private static String shown(String value) {
    return value == null ? "nothing" : value.isEmpty() ? "an empty cell" : value;
  }
}
