package org.noisemark.reports.results;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunOrder;
import org.noisemark.reports.records.RunRecord;

/**
 * Data set × noise × network in a setting: what methods are compared on. In the order of runs.csv.
 *
 * @param setting with data set and network
 */
public record Task(Setting setting, NoiseLevel level) implements Comparable<Task> {
  private static final Comparator<Task> ORDER =
      comparing((Task task) -> task.setting.suiteVersion(), RunOrder.BY_VERSION)
          .thenComparing(task -> task.setting.dataset())
          .thenComparing(Task::level)
          .thenComparing(task -> task.setting.network())
          .thenComparing(Task::setting);

  static Task of(RunRecord record) {
    return new Task(Setting.of(record), NoiseLevel.of(record.cell()));
  }

  @Override
  public int compareTo(Task other) {
    return ORDER.compare(this, other);
  }
}
