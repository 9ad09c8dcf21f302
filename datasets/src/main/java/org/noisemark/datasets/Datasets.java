package org.noisemark.datasets;

import java.util.LinkedHashMap;
import java.util.Map;

/** The data sets by name: one line each. */
public final class Datasets {
  private static final Map<String, DatasetEntry> ENTRIES = new LinkedHashMap<>();

  static {
    add(FashionMnist.mini());
    add(FashionMnist.full());
  }

  private Datasets() {}

  private static void add(DatasetEntry entry) {
    ENTRIES.put(entry.name(), entry);
  }

  /** Returns each data set's name and a line about it, in the order of {@code list}. */
  public static Map<String, String> summaries() {
    var summaries = new LinkedHashMap<String, String>();
    ENTRIES.forEach((name, entry) -> summaries.put(name, entry.summary()));
    return summaries;
  }

  /**
   * Returns the data set of that name, not loaded yet.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  public static DatasetEntry named(String name) {
    var entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "unknown data set '" + name + "', expected one of " + ENTRIES.keySet());
    }
    return entry;
  }
}
