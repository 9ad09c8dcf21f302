package org.noisemark.reports.gate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.noisemark.reports.records.RunRecord.Accuracy;

/**
 * The accuracies that a gate may compare. The best epoch's is an oracle's: it chooses by the test
 * set, and is not among them.
 */
public enum Quality {
  FINAL("test_accuracy_final_ratio", Accuracy::last),
  SELECTED("test_accuracy_selected_ratio", Accuracy::selected);

  private final String column;
  private final ToDoubleFunction<Accuracy> value;

  Quality(String column, ToDoubleFunction<Accuracy> value) {
    this.column = column;
    this.value = value;
  }

  /** As in runs.csv. */
  public String column() {
    return column;
  }

  ToDoubleFunction<Accuracy> value() {
    return value;
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(Quality::column).toList();
  }
}
