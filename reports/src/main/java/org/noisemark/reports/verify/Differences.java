package org.noisemark.reports.verify;

import java.util.Arrays;
import java.util.List;

/** A stored file against the same file recomputed, whatever its kind. */
public final class Differences {
  private Differences() {}

  /**
   * Returns what differs: of a table row key, column and values, of JSON paths, of other text
   * lines.
   *
   * @param primaryKey columns of a table; empty for another file
   * @return empty if both are the same bytes, and only then
   */
  public static List<Finding> of(
      String file, byte[] stored, byte[] recomputed, List<String> primaryKey) {
    if (Arrays.equals(stored, recomputed)) {
      return List.of();
    }
    List<Finding> found;
    if (file.endsWith(".csv")) {
      found = CsvDifference.of(file, stored, recomputed, primaryKey);
    } else if (file.endsWith(".json")) {
      found = JsonDifference.of(file, stored, recomputed);
    } else {
      found = TextDifference.of(file, stored, recomputed);
    }
    return found.isEmpty()
        ? List.of(
            Finding.error(
                file,
                "says the recomputed values in other bytes: was it saved by another program?"))
        : found;
  }
}
