package org.noisemark.reports.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.tables.Csv;

/** Where two tables differ: row key, column, both values. */
final class CsvDifference {
  private final String file;
  private final Csv stored;
  private final Csv recomputed;
  private final List<Finding> findings = new ArrayList<>();

  private CsvDifference(String file, Csv stored, Csv recomputed) {
    this.file = file;
    this.stored = stored;
    this.recomputed = recomputed;
  }

  /**
   * @param primaryKey columns of the recomputed table
   * @return empty if they have the same rows in the same order
   */
  static List<Finding> of(String file, byte[] stored, byte[] recomputed, List<String> primaryKey) {
    try {
      var difference = new CsvDifference(file, Csv.read(stored), Csv.read(recomputed));
      difference.compare(primaryKey);
      return difference.findings;
    } catch (IllegalArgumentException e) {
      return List.of(Finding.error(file, e.getMessage()));
    }
  }

  private void compare(List<String> primaryKey) {
    header();
    if (!stored.header().containsAll(primaryKey)) {
      return;
    }
    Map<String, List<String>> storedRows = byKey(stored, primaryKey);
    Map<String, List<String>> rows = byKey(recomputed, primaryKey);
    if (storedRows.size() != stored.rows().size()) {
      findings.add(Finding.error(file, "has a row twice"));
    } else if (storedRows.size() == rows.size()) {
      editedKeys(storedRows, rows);
    }
    rows.forEach(
        (key, row) -> {
          if (storedRows.containsKey(key)) {
            row(key, storedRows.get(key), row);
          } else {
            findings.add(row(key, "is missing"));
          }
        });
    storedRows.keySet().stream()
        .filter(key -> !rows.containsKey(key))
        .forEach(key -> findings.add(row(key, "belongs to no run record")));
    if (findings.isEmpty() && !stored.rows().equals(recomputed.rows())) {
      findings.add(Finding.error(file, "has its rows in another order"));
    }
  }

  /** Where there are as many rows, one with an edited key stands where its row was. */
  private void editedKeys(Map<String, List<String>> storedRows, Map<String, List<String>> rows) {
    var storedKeys = List.copyOf(storedRows.keySet());
    var keys = List.copyOf(rows.keySet());
    for (int i = 0; i < keys.size(); i++) {
      if (!storedRows.containsKey(keys.get(i)) && !rows.containsKey(storedKeys.get(i))) {
        row(keys.get(i), storedRows.remove(storedKeys.get(i)), rows.remove(keys.get(i)));
      }
    }
  }

  private void header() {
    for (String column : recomputed.header()) {
      if (!stored.header().contains(column)) {
        findings.add(Finding.error(file, "lacks the column " + column));
      }
    }
    for (String column : stored.header()) {
      if (!recomputed.header().contains(column)) {
        findings.add(Finding.error(file, "has a column that is not its own: " + column));
      }
    }
    if (findings.isEmpty() && !stored.header().equals(recomputed.header())) {
      findings.add(Finding.error(file, "has its columns in another order"));
    }
  }

  /** Compares the cells of the columns that both tables have. */
  private void row(String key, List<String> storedCells, List<String> cells) {
    for (String column : recomputed.header()) {
      if (stored.header().contains(column)) {
        String found = stored.cell(storedCells, column);
        String right = recomputed.cell(cells, column);
        if (!found.equals(right)) {
          findings.add(Finding.value(file, key, column, found, right));
        }
      }
    }
  }

  private Finding row(String key, String message) {
    return new Finding(Finding.Severity.ERROR, file, key, "", null, null, message);
  }

  private static Map<String, List<String>> byKey(Csv csv, List<String> primaryKey) {
    var rows = new LinkedHashMap<String, List<String>>();
    csv.rows().forEach(row -> rows.putIfAbsent(csv.key(row, primaryKey), row));
    return rows;
  }
}
