package org.noisemark.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what a table's rows differ from what they were.
 *
 * @param added keys of rows that came
 * @param removed keys of rows that went
 * @param moved values that are others now, in rows that stayed and columns that both have
 */
public record TableDifference(
    List<List<String>> added, List<List<String>> removed, List<Moved> moved) {
  /** A value that is another now. */
  public record Moved(List<String> key, String column, String before, String after) {}

  /**
   * @param before rows by key, likewise after
   */
  public static TableDifference of(
      Map<List<String>, Map<String, String>> before, Map<List<String>, Map<String, String>> after) {
    var moved = new ArrayList<Moved>();
    before.forEach(
        (key, old) -> {
          Map<String, String> now = after.getOrDefault(key, old);
          old.forEach(
              (column, value) -> {
                if (!now.getOrDefault(column, value).equals(value)) {
                  moved.add(new Moved(key, column, value, now.get(column)));
                }
              });
        });
    return new TableDifference(
        without(after.keySet(), before.keySet()), without(before.keySet(), after.keySet()), moved);
  }

  private static List<List<String>> without(Set<List<String>> keys, Set<List<String>> others) {
    return keys.stream().filter(key -> !others.contains(key)).toList();
  }
}
