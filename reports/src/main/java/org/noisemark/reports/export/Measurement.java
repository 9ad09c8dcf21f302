package org.noisemark.reports.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * A figure of a method as dashboards follow it from one set of results to the next.
 *
 * @param suite name of the suite
 * @param metric what is measured
 * @param parameters of what, by name, in an order that reads well: the same in every set of results
 * @param values one a run, at least 1
 * @param mean what is shown
 * @param interval of the mean, 95 %; empty for one value
 * @param environment of the first of the runs
 */
public record Measurement(
    String suite,
    Metric metric,
    Map<String, String> parameters,
    List<Double> values,
    double mean,
    Optional<Interval> interval,
    Environment environment) {

  public Measurement {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    values = List.copyOf(values);
  }

  /** Suite and parameters in one line: "quick/fashion-mnist-mini/clean/mlp/dl4j cpu/sam". */
  public String name() {
    return suite + "/" + String.join("/", parameters.values());
  }

  /**
   * Returns the final test accuracy of each method under each noise, in which a failed run counts
   * as chance, and what each method costs over all noises, by the runs with status ok. What no run
   * measured is not among them.
   *
   * @throws IllegalArgumentException if the runs are of several suites or versions
   */
  public static List<Measurement> of(Derived derived) {
    List<Run> runs = derived.runs();
    if (runs.stream().map(run -> suite(run.setting())).distinct().count() > 1) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "a dashboard follows one suite in one version, but these are runs of %s; export each by",
                  Run.suites(runs))
              + " itself");
    }
    var measurements = new ArrayList<Measurement>();
    accuracies(derived.standings(), measurements);
    costs(derived.groups(), measurements);
    return List.copyOf(measurements);
  }

  private static void accuracies(List<Standing> standings, List<Measurement> measurements) {
    Map<Setting, Map<Method, String>> labels = new HashMap<>();
    standings.stream()
        .collect(groupingBy(Standing::setting))
        .forEach((setting, own) -> labels.put(setting, labels(own)));
    for (Standing standing : standings) {
      String label = labels.get(standing.setting()).get(standing.method());
      List<Double> values =
          standing.runs().stream()
              .flatMap(run -> run.counted(Metric.TEST_ACCURACY_FINAL).stream().boxed())
              .toList();
      add(
          measurements,
          Metric.TEST_ACCURACY_FINAL,
          standing.setting(),
          parameters(standing.setting(), standing.level().label(), label),
          values,
          standing.runs());
    }
  }

  /** A method that is tuned to each noise goes by one name under all of them. */
  private static Map<Method, String> labels(List<Standing> standings) {
    return Board.rows(standings).stream()
        .flatMap(
            row -> row.standings().values().stream().map(s -> Map.entry(s.method(), row.label())))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  private static void costs(List<Group> groups, List<Measurement> measurements) {
    Map<Setting, List<Group>> bySetting = groups.stream().collect(groupingBy(Group::setting));
    for (Group group : groups) {
      List<Method> methods = bySetting.get(group.setting()).stream().map(Group::method).toList();
      var parameters =
          parameters(group.setting(), "all noises", Labels.of(methods).get(group.method()));
      List<Run> ok = group.runs().stream().filter(Run::ok).toList();
      for (Metric metric :
          List.of(Metric.GRADIENT_EVALUATIONS, Metric.TRAIN_TIME, Metric.STEP_TIME_MEDIAN)) {
        List<Double> values =
            ok.stream()
                .<Number>map(metric::measured)
                .filter(Objects::nonNull)
                .map(Number::doubleValue)
                .toList();
        add(measurements, metric, group.setting(), parameters, values, ok);
      }
    }
  }

  private static void add(
      List<Measurement> measurements,
      Metric metric,
      Setting setting,
      Map<String, String> parameters,
      List<Double> values,
      List<Run> runs) {
    if (!values.isEmpty()) {
      Estimate estimate = Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray());
      measurements.add(
          new Measurement(
              setting.suite(),
              metric,
              parameters,
              values,
              estimate.mean(),
              estimate.interval(),
              runs.get(0).record().environment()));
    }
  }

  private static Map<String, String> parameters(Setting setting, String noise, String optimizer) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("dataset", setting.dataset());
    parameters.put("noise", noise);
    parameters.put("network", setting.network());
    parameters.put("engine", setting.engine());
    parameters.put("device", setting.device());
    parameters.put("precision", setting.precision());
    parameters.put("optimizer", optimizer);
    return parameters;
  }

  private static String suite(Setting setting) {
    return setting.suite() + " " + setting.suiteVersion();
  }
}
