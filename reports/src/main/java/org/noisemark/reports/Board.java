package org.noisemark.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.statistics.Estimate;

/**
 * The leaderboard of one setting as people read it: methods down, noises across.
 *
 * @param rows one a label, sorted
 * @param costs of the same methods
 */
record Board(Setting setting, List<NoiseLevel> levels, List<Row> rows, List<Costs> costs) {

  /** A method over the noises; one that is tuned to each noise is one row as well. */
  record Row(String label, SortedMap<NoiseLevel, Standing> standings) {}

  record Costs(String label, Group group) {}

  static List<Board> of(List<Standing> standings, List<Group> groups) {
    var costs = groups.stream().collect(groupingBy(Group::setting));
    var boards = new ArrayList<Board>();
    standings.stream()
        .collect(groupingBy(Standing::setting, TreeMap::new, toList()))
        .forEach(
            (setting, own) ->
                boards.add(
                    new Board(
                        setting,
                        own.stream().map(Standing::level).distinct().sorted().toList(),
                        rows(own),
                        costs(costs.get(setting)))));
    return List.copyOf(boards);
  }

  /** "data set, network, engine on device, precision". */
  String title() {
    return "%s, %s, %s on %s, %s"
        .formatted(
            setting.dataset(),
            setting.network(),
            setting.engine(),
            setting.device(),
            setting.precision());
  }

  /** "n = 3 seeds, 95 % intervals: student-t", of what a table shows of each standing. */
  String statistics(Function<Standing, Optional<Estimate>> shown) {
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
    return "n = %s seeds, 95 %% intervals: %s"
        .formatted(
            seeds.getMin() == seeds.getMax()
                ? seeds.getMax()
                : seeds.getMin() + " to " + seeds.getMax(),
            methods);
  }

  private static List<Row> rows(List<Standing> standings) {
    var rows = new ArrayList<Row>();
    standings.stream()
        .collect(groupingBy(s -> s.method().optimizer(), TreeMap::new, toList()))
        .forEach(
            (optimizer, own) -> {
              long levels = own.stream().map(Standing::level).distinct().count();
              if (levels == own.size()) {
                rows.add(row(optimizer, own));
              } else {
                Map<Method, String> labels =
                    Method.labels(own.stream().map(Standing::method).distinct().toList());
                own.stream()
                    .collect(groupingBy(Standing::method, TreeMap::new, toList()))
                    .forEach((method, some) -> rows.add(row(labels.get(method), some)));
              }
            });
    return rows;
  }

  private static Row row(String label, List<Standing> standings) {
    var byLevel = new TreeMap<NoiseLevel, Standing>();
    standings.forEach(standing -> byLevel.put(standing.level(), standing));
    return new Row(label, byLevel);
  }

  private static List<Costs> costs(List<Group> groups) {
    Map<Method, String> labels = Method.labels(groups.stream().map(Group::method).toList());
    return groups.stream().map(group -> new Costs(labels.get(group.method()), group)).toList();
  }
}
