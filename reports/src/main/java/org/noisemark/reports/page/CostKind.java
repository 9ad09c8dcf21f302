package org.noisemark.reports.page;

import java.util.Locale;

/** What a run costs, by what it is counted in. */
public enum CostKind {
  GRADIENT_EVALUATIONS("Gradient evaluations", "gradient evaluations", "not counted in any run"),
  SECONDS("Seconds", "seconds in training steps", "not measured in any run"),
  JOULES(
      "Joules",
      "joules of CPU, DRAM and GPU, by the counters that could be read",
      "no run could read an energy counter"),
  MONEY(
      "Money",
      "money, by the price file",
      "no price file was given, or it prices what was not measured");

  private final String label;
  private final String unit;
  private final String absent;

  CostKind(String label, String unit, String absent) {
    this.label = label;
    this.unit = unit;
    this.absent = absent;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  /** Why there may be no figure. */
  String absent() {
    return absent;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
