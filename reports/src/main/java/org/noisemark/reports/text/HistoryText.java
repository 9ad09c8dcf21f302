package org.noisemark.reports.text;

import java.util.Locale;
import org.noisemark.reports.boards.Change;
import org.noisemark.reports.boards.History;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.results.Metric;

/** The steps of a history for a terminal. */
public final class HistoryText {
  private HistoryText() {}

  /** A line a step, in the order of commits; or one that there is none. */
  public static String of(History history) {
    var text = new StringBuilder();
    for (History.Commit commit : history.commits()) {
      for (Metric metric : History.METRICS) {
        history.steps(metric).stream()
            .filter(row -> row.commit() == commit)
            .forEach(row -> text.append(line(row, metric)).append('\n'));
      }
    }
    return text.isEmpty()
        ? String.format(
            Locale.ROOT,
            "no step over %d %s\n",
            history.commits().size(),
            history.commits().size() == 1 ? "commit" : "commits")
        : text.toString();
  }

  private static String line(Row row, Metric metric) {
    return String.format(
        Locale.ROOT,
        "%s  %s, %s: %s %s",
        row.commit().name().replaceFirst("^([0-9a-f]{10})[0-9a-f]*", "$1"),
        row.method().optimizer(),
        row.task().level().label(),
        metric.label(),
        change(row.change(metric).orElseThrow()));
  }

  private static String change(Change change) {
    return switch (change.metric()) {
      case TEST_ACCURACY_FINAL -> interval(change, "%+.2f", 100) + " points";
      case TRAIN_TIME -> interval(change, "%.3f", 1) + " times as long";
      default -> String.format(Locale.ROOT, "%+.1f", change.mean()) + " passes";
    };
  }

  private static String interval(Change change, String format, double factor) {
    String mean = String.format(Locale.ROOT, format, factor * change.mean());
    return change
        .interval()
        .map(
            bounds ->
                String.format(
                    Locale.ROOT,
                    "%s [" + format + ", " + format + "]",
                    mean,
                    factor * bounds.low(),
                    factor * bounds.high()))
        .orElse(mean);
  }
}
