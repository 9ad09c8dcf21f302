package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.records.RunOrder;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;

/**
 * The runs of one method in one setting, over all noises and seeds: a row of cost.csv and
 * timing.csv.
 *
 * @param setting the same for all of them
 * @param method likewise
 * @param runs failed ones too
 * @param others every method's runs in that setting
 */
public record Group(
    Setting setting, Method method, List<Run> runs, SortedMap<Method, List<Run>> others) {

  /** Sorted by key. */
  public static List<Group> of(List<Run> runs) {
    var settings =
        runs.stream()
            .collect(
                groupingBy(
                    Run::setting, TreeMap::new, groupingBy(Run::method, TreeMap::new, toList())));
    var groups = new ArrayList<Group>();
    settings.forEach(
        (setting, methods) ->
            methods.forEach((method, own) -> groups.add(new Group(setting, method, own, methods))));
    groups.sort(
        Comparator.comparing((Group group) -> group.setting.suiteVersion(), RunOrder.BY_VERSION)
            .thenComparing(group -> group.setting.dataset())
            .thenComparing(group -> group.setting.network())
            .thenComparing(group -> group.method.optimizer())
            .thenComparing(Group::setting)
            .thenComparing(Group::method));
    return List.copyOf(groups);
  }

  /**
   * The mean of a metric as a multiple of that of another optimizer in the same setting; empty
   * without one, or if it did not measure or its mean is 0.
   */
  public OptionalDouble ratio(Metric metric, String optimizer) {
    return Numbers.ratio(
        metric.mean(runs), reference(optimizer).map(metric::mean).orElse(OptionalDouble.empty()));
  }

  /** The runs of another optimizer in the same setting that a ratio is to. */
  public Optional<List<Run>> reference(String optimizer) {
    return method.reference(optimizer, others.keySet()).map(others::get);
  }

  /** Training examples over the time in training steps; empty without a run that ended well. */
  public OptionalDouble samplesPerSecond() {
    return Numbers.ratio(Metric.SAMPLES.mean(runs), Metric.TRAIN_TIME.mean(runs));
  }

  /** The method's runs and those; none without them. */
  public List<Run> compared(String optimizer) {
    return reference(optimizer).map(others -> Run.both(runs, others)).orElse(List.of());
  }

  public long seeds() {
    return runs.stream().map(run -> run.record().cell().seed()).distinct().count();
  }
}
