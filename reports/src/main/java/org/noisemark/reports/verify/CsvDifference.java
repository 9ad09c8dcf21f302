package org.noisemark.reports.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.tables.Csv;
import org.noisemark.reports.tables.TableDifference;
import org.noisemark.reports.tables.TableDifference.Moved;

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
    Map<List<String>, Map<String, String>> storedRows = stored.byKey(primaryKey);
    Map<List<String>, Map<String, String>> rows = recomputed.byKey(primaryKey);
    if (storedRows.size() != stored.rows().size()) {
      findings.add(Finding.error(file, "has a row twice"));
    } else if (storedRows.size() == rows.size()) {
      storedRows = withRightKeys(storedRows, rows);
    }
    var difference = TableDifference.of(storedRows, rows);
    for (Moved value : difference.moved()) {
      String key = String.join(", ", value.key());
      findings.add(Finding.value(file, key, value.column(), value.before(), value.after()));
    }
    difference.added().forEach(key -> findings.add(row(key, "is missing")));
    difference.removed().forEach(key -> findings.add(row(key, "belongs to no run record")));
    if (findings.isEmpty() && !stored.rows().equals(recomputed.rows())) {
      findings.add(Finding.error(file, "has its rows in another order"));
    }
  }

  /** Where there are as many rows, one with an edited key stands where its row was. */
  private static Map<List<String>, Map<String, String>> withRightKeys(
      Map<List<String>, Map<String, String>> stored, Map<List<String>, Map<String, String>> right) {
    var rows = new LinkedHashMap<List<String>, Map<String, String>>();
    var keys = right.keySet().iterator();
    stored.forEach(
        (key, row) -> {
          List<String> expected = keys.next();
          boolean edited = !stored.containsKey(expected) && !right.containsKey(key);
          rows.put(edited ? expected : key, row);
        });
    return rows;
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

  private Finding row(List<String> key, String message) {
    return new Finding(
        Finding.Severity.ERROR, file, String.join(", ", key), "", null, null, message);
  }
}
