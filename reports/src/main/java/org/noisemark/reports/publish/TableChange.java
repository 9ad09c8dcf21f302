package org.noisemark.reports.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noisemark.reports.publish.Version.Step;
import org.noisemark.reports.tables.TableDifference;

/**
 * What became of one table from a version to the next.
 *
 * @param columns one line a column that came, went or changed; empty for a table that is new
 * @param rows what became of them
 */
record TableChange(String table, Step step, List<String> columns, TableDifference rows) {

  /** Returns the change of each table that changed, by name. */
  static Map<String, TableChange> between(
      Map<String, StoredTable> before, Map<String, StoredTable> after) {
    var changes = new LinkedHashMap<String, TableChange>();
    after.forEach(
        (name, table) -> {
          TableChange change =
              Optional.ofNullable(before.get(name))
                  .map(old -> between(old, table))
                  .orElseGet(() -> whole(table, Step.MINOR));
          if (change.step != Step.NONE) {
            changes.put(name, change);
          }
        });
    before.forEach(
        (name, table) -> {
          if (!after.containsKey(name)) {
            changes.put(name, whole(table, Step.MAJOR));
          }
        });
    return changes;
  }

  /** A table that came adds its rows; one that went takes away its columns. */
  private static TableChange whole(StoredTable table, Step step) {
    List<List<String>> rows = List.copyOf(table.rows().keySet());
    return step == Step.MAJOR
        ? new TableChange(
            table.name(),
            step,
            List.of("the table is gone"),
            new TableDifference(List.of(), rows, List.of()))
        : new TableChange(
            table.name(), step, List.of(), new TableDifference(rows, List.of(), List.of()));
  }

  private static TableChange between(StoredTable before, StoredTable after) {
    List<String> columns = columns(before, after);
    var rows = TableDifference.of(before.rows(), after.rows());
    Step step =
        !columns.isEmpty()
            ? Step.MAJOR
            : !rows.added().isEmpty() || !rows.removed().isEmpty()
                ? Step.MINOR
                : !rows.moved().isEmpty() ? Step.PATCH : Step.NONE;
    return new TableChange(after.name(), step, columns, rows);
  }

  private static List<String> columns(StoredTable before, StoredTable after) {
    var changes = new ArrayList<String>();
    after
        .columns()
        .forEach(
            (column, type) -> {
              String old = before.columns().get(column);
              if (old == null) {
                changes.add(column + " added");
              } else if (!old.equals(type)) {
                changes.add(column + " was " + old + ", is " + type);
              }
            });
    before.columns().keySet().stream()
        .filter(column -> !after.columns().containsKey(column))
        .forEach(column -> changes.add(column + " removed"));
    if (!before.primaryKey().equals(after.primaryKey())) {
      changes.add("primary key was " + before.primaryKey() + ", is " + after.primaryKey());
    }
    List<String> order = new ArrayList<>(before.columns().keySet());
    if (changes.isEmpty() && !order.equals(List.copyOf(after.columns().keySet()))) {
      changes.add("columns are in another order");
    }
    return changes;
  }
}
