package org.noisemark.reports.boards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.results.Task;

/** Published numbers beside ours, where data set, network, noise and rate are the same. */
public final class Published {
  private Published() {}

  /**
   * A published number under a noise of ours.
   *
   * @param own of the same optimizer; empty for a method that we have no run of
   */
  public record Row(Task task, PublishedResult result, Optional<Standing> own) {
    public Setting setting() {
      return task.setting();
    }

    public NoiseLevel level() {
      return task.level();
    }

    /** What to know before the two are compared, beside the source's protocol. */
    public String differences() {
      var differences = new ArrayList<String>();
      if (result.reporting().oracle()) {
        differences.add("published: chosen on the test set, compare with our best epoch");
      } else if (result.reporting() == PublishedResult.Reporting.NOT_STATED) {
        differences.add("published: which epoch is not stated");
      }
      if (!level().clean()) {
        differences.add("published: whether a flip may keep the true class is not stated");
      }
      own.filter(standing -> standing.method().epochs() > 0)
          .ifPresent(
              standing ->
                  differences.add(
                      String.format(Locale.ROOT, "ours: %d epochs", standing.method().epochs())));
      return String.join("; ", differences);
    }
  }

  /**
   * Returns one row a published number and standing of ours that it matches, in the order of the
   * standings' settings and noises, then of the published file; a number whose method we have not
   * run under that noise is one row.
   */
  static List<Row> rows(List<Standing> standings, List<PublishedResult> results) {
    var rows = new ArrayList<Row>();
    for (Task task : standings.stream().map(Standing::task).distinct().toList()) {
      for (PublishedResult result : results) {
        if (matches(result, task)) {
          List<Standing> own =
              standings.stream()
                  .filter(s -> s.task().equals(task))
                  .filter(
                      s -> result.optimizer().filter(s.method().optimizer()::equals).isPresent())
                  .toList();
          own.forEach(s -> rows.add(new Row(task, result, Optional.of(s))));
          if (own.isEmpty()) {
            rows.add(new Row(task, result, Optional.empty()));
          }
        }
      }
    }
    return List.copyOf(rows);
  }

  private static boolean matches(PublishedResult result, Task task) {
    Setting setting = task.setting();
    NoiseLevel level = task.level();
    return result.dataset().filter(setting.dataset()::equals).isPresent()
        && result.network().filter(setting.network()::equals).isPresent()
        && result.noises().contains(level.noise())
        && Math.abs(result.rate() - level.rate()) < 1e-9;
  }
}
