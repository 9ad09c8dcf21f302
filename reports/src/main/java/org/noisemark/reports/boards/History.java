package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.noisemark.reports.records.CommitRecords;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Scores;
import org.noisemark.reports.results.Task;
import org.noisemark.reports.statistics.Estimate;

/**
 * Accuracy and cost of methods over commits.
 *
 * @param commits in the order of their starts
 * @param rows by task, method and commit
 */
public record History(List<Commit> commits, List<Row> rows) {
  /** What is followed. */
  public static final List<Metric> METRICS =
      List.of(Metric.TEST_ACCURACY_FINAL, Metric.TRAIN_TIME, Metric.GRADIENT_EVALUATIONS);

  /**
   * @param name as git names it
   * @param number from 1
   */
  public record Commit(String name, int number, Instant start, List<Run> runs) {}

  /**
   * A method on a task at a commit.
   *
   * @param before the last earlier commit that trained the same; null for the first
   * @param scores at what accuracy each run is counted
   * @param changes since that, by metric; none of a metric that cannot be compared
   */
  public record Row(
      Task task,
      Method method,
      Commit commit,
      Row before,
      Scores scores,
      Map<Metric, Change> changes) {
    public List<Run> runs() {
      return scores.runs();
    }

    /** The mean over seeds: accuracy as it is counted, costs of the runs that ended well. */
    public Optional<Estimate> estimate(Metric metric) {
      return metric == Metric.TEST_ACCURACY_FINAL
          ? scores.estimate()
          : Estimate.of(metric.of(runs()));
    }

    public Optional<Change> change(Metric metric) {
      return Optional.ofNullable(changes.get(metric));
    }

    public boolean isStep(Metric metric) {
      return change(metric).map(Change::isStep).orElse(false);
    }
  }

  /**
   * @param commits of which each trained a run once
   * @throws IllegalArgumentException without any
   */
  public static History of(List<CommitRecords> commits) {
    if (commits.isEmpty()) {
      throw new IllegalArgumentException("no run records to tell a history of");
    }
    Map<RunRecord, Run> runs = new IdentityHashMap<>();
    Run.of(commits.stream().flatMap(commit -> commit.records().stream()).toList())
        .forEach(run -> runs.put(run.record(), run));
    var all = new ArrayList<Commit>();
    for (CommitRecords commit : commits) {
      all.add(
          new Commit(
              commit.commit(),
              all.size() + 1,
              commit.start(),
              commit.records().stream().map(runs::get).toList()));
    }
    return new History(List.copyOf(all), Changes.judged(rows(all)));
  }

  /** The rows at which a metric makes a step. */
  public List<Row> steps(Metric metric) {
    return rows.stream().filter(row -> row.isStep(metric)).toList();
  }

  private static List<Row> rows(List<Commit> commits) {
    var rows = new TreeMap<Task, Map<Method, List<Row>>>();
    for (Commit commit : commits) {
      commit.runs().stream()
          .collect(groupingBy(Run::task, groupingBy(Run::method, toList())))
          .forEach(
              (task, methods) ->
                  methods.forEach(
                      (method, runs) -> {
                        List<Row> series =
                            rows.computeIfAbsent(task, any -> new TreeMap<>())
                                .computeIfAbsent(method, any -> new ArrayList<>());
                        Row before = series.isEmpty() ? null : series.get(series.size() - 1);
                        series.add(
                            new Row(task, method, commit, before, new Scores(runs), Map.of()));
                      }));
    }
    return rows.values().stream()
        .flatMap(methods -> methods.values().stream())
        .flatMap(List::stream)
        .toList();
  }
}
