package org.noisemark.reports.study;

import org.noisemark.reports.page.parts.Figures;

/**
 * What a study measures.
 *
 * @param name in the tables: lower_snake_case
 * @param unit never empty; "ratio" is shown in percentage points, "multiple" as times
 * @param description one line
 */
public record Quantity(String name, String unit, String description) {
  /** Final test accuracy, clean labels. */
  public static final Quantity FINAL_ACCURACY =
      new Quantity("test_accuracy_final", "ratio", "Test accuracy after the last epoch");

  /**
   * @throws IllegalArgumentException if it has no unit
   */
  public Quantity {
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(name + " has no unit");
    }
  }

  /** The unit as people read it. */
  public static String shownUnit(String unit) {
    return switch (unit) {
      case "ratio" -> "points";
      case "multiple" -> "times";
      default -> unit;
    };
  }

  /** A number as people read it. */
  public static String shown(double value, String unit) {
    double scaled = scaled(value, unit);
    double size = Math.abs(scaled);
    int decimals = unit.equals("ratio") || size >= 10 ? 2 : size >= 0.001 || size == 0 ? 3 : 5;
    return Figures.fixed(scaled, decimals);
  }

  static double scaled(double value, String unit) {
    return unit.equals("ratio") ? 100 * value : value;
  }
}
