package org.noisemark.reports.page;

import java.util.List;

/**
 * What methods share that are compared with each other, and how they did.
 *
 * @param title names all of it
 * @param engine with device and precision
 * @param statistics how many seeds, what intervals
 * @param entries by level, then method
 * @param costs over all levels, one a method
 */
public record Setting(
    String title,
    String dataset,
    String network,
    String engine,
    String statistics,
    List<Entry> entries,
    List<CostEntry> costs) {

  List<PageContent.Level> levels() {
    return entries.stream().map(Entry::level).distinct().toList();
  }

  List<Entry> at(PageContent.Level level) {
    return entries.stream().filter(entry -> entry.level().equals(level)).toList();
  }

  /** In the order they are first met. */
  List<String> methods() {
    return entries.stream().map(Entry::method).distinct().sorted().toList();
  }
}
