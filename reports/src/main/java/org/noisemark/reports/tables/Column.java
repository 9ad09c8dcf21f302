package org.noisemark.reports.tables;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One column, declared once: header, cells and the field in datapackage.json come from here.
 *
 * @param unit "seconds", "ratio" …; empty for a column that has none
 * @param constraints as in Table Schema: required, minimum, maximum, enum, pattern
 * @param value the cell of a row; null, an empty string and an empty Optional are an empty cell
 */
public record Column<R>(
    String name,
    Type type,
    String unit,
    String description,
    Map<String, Object> constraints,
    Function<R, ?> value) {

  public enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATETIME
  }

  public static <R> Column<R> string(String name, String description, Function<R, ?> value) {
    return new Column<>(name, Type.STRING, "", description, Map.of(), value);
  }

  public static <R> Column<R> truth(String name, String description, Function<R, ?> value) {
    return new Column<>(name, Type.BOOLEAN, "", description, Map.of(), value);
  }

  public static <R> Column<R> integer(
      String name, String unit, String description, Function<R, ?> value) {
    return new Column<>(name, Type.INTEGER, unit, description, Map.of(), value);
  }

  public static <R> Column<R> number(
      String name, String unit, String description, Function<R, ?> value) {
    return new Column<>(name, Type.NUMBER, unit, description, Map.of(), value);
  }

  /** A share, 0 to 1. */
  public static <R> Column<R> share(String name, String description, Function<R, ?> value) {
    return number(name, "ratio", description, value).with("minimum", 0).with("maximum", 1);
  }

  /** A number that is not negative. */
  public static <R> Column<R> amount(
      String name, String unit, String description, Function<R, ?> value) {
    return number(name, unit, description, value).with("minimum", 0);
  }

  /** A whole number that is not negative. */
  public static <R> Column<R> count(
      String name, String unit, String description, Function<R, ?> value) {
    return integer(name, unit, description, value).with("minimum", 0);
  }

  public static <R> Column<R> datetime(String name, String description, Function<R, ?> value) {
    return new Column<>(name, Type.DATETIME, "", description, Map.of(), value);
  }

  /** The cell is never empty. */
  public Column<R> required() {
    return with("required", true);
  }

  public Column<R> with(String constraint, Object limit) {
    var more = new TreeMap<>(constraints);
    more.put(constraint, limit);
    return new Column<>(name, type, unit, description, Collections.unmodifiableMap(more), value);
  }
}
