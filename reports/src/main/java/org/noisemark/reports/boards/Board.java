package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Labels;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.statistics.Estimate;

/**
 * The leaderboard of one setting as people read it: methods down, noises across.
 *
 * @param rows one a label, sorted
 * @param equalCost the same methods among those of equal cost, cheapest first
 * @param costs of the same methods
 * @param resolution whether it can tell them apart
 */
public record Board(
    Setting setting,
    List<NoiseLevel> levels,
    List<Row> rows,
    List<CostClass> equalCost,
    List<Costs> costs,
    Resolution resolution) {

  /**
   * A method over the noises; one that is tuned to each noise is one row as well.
   *
   * @param method with the hyper-parameters that are the same under all of them
   */
  public record Row(String label, Method method, SortedMap<NoiseLevel, Standing> standings) {}

  /**
   * Methods of equal cost, ranked among themselves.
   *
   * @param budget gradient evaluations of the cheapest; empty if not known
   */
  public record CostClass(OptionalDouble budget, List<Row> rows) {}

  public record Costs(String label, Group group) {}

  /**
   * @param equalCost the same standings among those of equal cost
   */
  static List<Board> of(
      List<Standing> standings,
      List<EqualGradientEvaluations.Row> equalCost,
      List<Group> groups,
      References references) {
    var ofEqualCost = equalCost.stream().collect(groupingBy(row -> row.equalEpochs().setting()));
    var costs = groups.stream().collect(groupingBy(Group::setting));
    var boards = new ArrayList<Board>();
    standings.stream()
        .collect(groupingBy(Standing::setting, TreeMap::new, toList()))
        .forEach(
            (setting, own) -> {
              List<Row> rows = rows(own);
              List<NoiseLevel> levels =
                  own.stream().map(Standing::level).distinct().sorted().toList();
              boards.add(
                  new Board(
                      setting,
                      levels,
                      rows,
                      equalCost(ofEqualCost.get(setting), rows),
                      costs(costs.get(setting)),
                      Resolution.of(levels, rows, references.first())));
            });
    return List.copyOf(boards);
  }

  /** How its methods did under one noise. */
  public List<Standing> contest(NoiseLevel level) {
    return rows.stream()
        .flatMap(row -> Optional.ofNullable(row.standings.get(level)).stream())
        .toList();
  }

  /** The same board with some of its rows. */
  public Board of(List<Row> some) {
    Set<Method> methods =
        some.stream()
            .flatMap(row -> row.standings().values().stream())
            .map(Standing::method)
            .collect(toSet());
    return new Board(
        setting,
        levels,
        some,
        equalCost.stream()
            .map(
                costs ->
                    new CostClass(
                        costs.budget(),
                        costs.rows().stream()
                            .filter(
                                row ->
                                    row.standings().values().stream()
                                        .anyMatch(s -> methods.contains(s.method())))
                            .toList()))
            .filter(costs -> !costs.rows().isEmpty())
            .toList(),
        costs.stream().filter(own -> methods.contains(own.group().method())).toList(),
        resolution);
  }

  /** "data set, network, engine on device, precision". */
  public String title() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s on %s, %s",
        setting.dataset(),
        setting.network(),
        setting.engine(),
        setting.device(),
        setting.precision());
  }

  /** "n = 3 seeds, 95 % intervals: student-t", of what a table shows of each standing. */
  public String statistics(Function<Standing, Optional<Estimate>> shown) {
    List<Estimate> estimates =
        rows.stream()
            .flatMap(row -> row.standings.values().stream())
            .map(shown)
            .flatMap(Optional::stream)
            .toList();
    var seeds = estimates.stream().mapToInt(Estimate::n).summaryStatistics();
    String methods =
        estimates.stream()
            .map(Estimate::method)
            .distinct()
            .sorted()
            .map(Estimate.Method::label)
            .collect(joining(", "));
    if (estimates.isEmpty()) {
      return "n = 0 seeds";
    }
    return String.format(
        Locale.ROOT,
        "n = %s seeds, 95 %% intervals: %s",
        seeds.getMin() == seeds.getMax()
            ? seeds.getMax()
            : seeds.getMin() + " to " + seeds.getMax(),
        methods);
  }

  /** The epochs of the methods whose label says nothing else; empty if all train for as many. */
  public OptionalLong usualEpochs() {
    List<Method> methods = rows.stream().map(Row::method).toList();
    return methods.stream().map(Method::epochs).distinct().count() < 2
        ? OptionalLong.empty()
        : OptionalLong.of(Method.usualEpochs(methods));
  }

  private static List<CostClass> equalCost(
      List<EqualGradientEvaluations.Row> ranked, List<Row> rows) {
    var labels = rows.stream().collect(toMap(Row::method, Row::label));
    var classes = new TreeMap<Double, List<Standing>>();
    ranked.forEach(
        row ->
            classes
                .computeIfAbsent(row.budget().orElse(Double.NaN), key -> new ArrayList<>())
                .add(row.equalCost()));
    var list = new ArrayList<CostClass>();
    classes.forEach(
        (budget, own) ->
            list.add(
                new CostClass(
                    budget.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(budget),
                    rows(own).stream()
                        .map(
                            row ->
                                new Row(
                                    labels.getOrDefault(row.method(), row.label()),
                                    row.method(),
                                    row.standings()))
                        .toList())));
    return List.copyOf(list);
  }

  /**
   * Returns one row a method of a setting; an optimizer that has one method under each noise is
   * one.
   *
   * @param standings of one setting
   */
  public static List<Row> rows(List<Standing> standings) {
    record Kind(String optimizer, long epochs) {}
    var methods = new TreeMap<Method, List<Standing>>();
    standings.stream()
        .collect(groupingBy(s -> new Kind(s.method().optimizer(), s.method().epochs())))
        .values()
        .forEach(
            own -> {
              long levels = own.stream().map(Standing::level).distinct().count();
              if (levels == own.size()) {
                methods.put(Method.common(own.stream().map(Standing::method).toList()), own);
              } else {
                methods.putAll(own.stream().collect(groupingBy(Standing::method)));
              }
            });
    Map<Method, String> labels = Labels.of(methods.keySet());
    var rows = new ArrayList<Row>();
    methods.forEach(
        (method, own) -> {
          var byLevel = new TreeMap<NoiseLevel, Standing>();
          own.forEach(standing -> byLevel.put(standing.level(), standing));
          rows.add(new Row(labels.get(method), method, byLevel));
        });
    return List.copyOf(rows);
  }

  private static List<Costs> costs(List<Group> groups) {
    Map<Method, String> labels = Labels.of(groups.stream().map(Group::method).toList());
    return groups.stream().map(group -> new Costs(labels.get(group.method()), group)).toList();
  }
}
