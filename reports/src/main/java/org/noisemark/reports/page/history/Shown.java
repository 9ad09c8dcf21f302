package org.noisemark.reports.page.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.noisemark.reports.boards.History;
import org.noisemark.reports.boards.History.Commit;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.parts.Looks;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.results.Task;

/**
 * What of a history is on the page.
 *
 * @param commits the last ones
 * @param rows of these
 */
record Shown(
    History history,
    List<Commit> commits,
    List<Row> rows,
    Map<Method, String> labels,
    Looks looks) {
  private static final int MOST_COMMITS = 40;
  private static final int MOST_NAMES = 6;

  static Shown of(History history) {
    int all = history.commits().size();
    List<Commit> commits = history.commits().subList(Math.max(0, all - MOST_COMMITS), all);
    List<Row> rows = history.rows().stream().filter(row -> commits.contains(row.commit())).toList();
    Map<Method, String> labels = Labels.of(rows.stream().map(Row::method).distinct().toList());
    return new Shown(history, commits, rows, labels, Looks.of(labels.values()));
  }

  List<Run> runs() {
    return commits.stream().flatMap(commit -> commit.runs().stream()).toList();
  }

  String label(Row row) {
    return labels.get(row.method());
  }

  /** From 1. */
  int place(Commit commit) {
    return commit.number() - commits.get(0).number() + 1;
  }

  /** A tick a commit. */
  Axis axis() {
    int last = Math.max(2, commits.size()); // an axis has two ends
    return new Axis(
        "Commit",
        new Ticks(IntStream.rangeClosed(1, last).mapToObj(BigDecimal::valueOf).toList()),
        place -> name(place.intValue()));
  }

  /** Of every so many commits and the last, so that names do not touch. */
  private String name(int place) {
    int every = (commits.size() + MOST_NAMES - 1) / MOST_NAMES;
    return place <= commits.size() && (commits.size() - place) % every == 0
        ? brief(commits.get(place - 1))
        : "";
  }

  /** As git abbreviates it, with a star where files differed from it. */
  static String brief(Commit commit) {
    return commit.name().replaceFirst("^([0-9a-f]{7})[0-9a-f]*", "$1").replace("-dirty", "*");
  }

  static String day(Commit commit) {
    return commit.start().toString().substring(0, 10);
  }

  /** The rows of each task by setting. */
  Map<Setting, Map<Task, List<Row>>> tasks() {
    return rows.stream()
        .collect(
            groupingBy(
                row -> row.task().setting(),
                TreeMap::new,
                groupingBy(Row::task, TreeMap::new, toList())));
  }

  /** "quick 2.0.0, fashion-mnist-mini, mlp, dl4j on cpu, float32". */
  static String title(Setting setting) {
    return String.format(
        Locale.ROOT,
        "%s %s, %s, %s, %s on %s, %s",
        setting.suite(),
        setting.suiteVersion(),
        setting.dataset(),
        setting.network(),
        setting.engine(),
        setting.device(),
        setting.precision());
  }
}
