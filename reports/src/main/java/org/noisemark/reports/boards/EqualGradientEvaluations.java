package org.noisemark.reports.boards;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Setting;

/**
 * The board of equal cost: ranks, under each noise, methods that take equally many gradient
 * evaluations, such as SGD for 20 epochs and SAM for 10.
 */
public final class EqualGradientEvaluations {
  /**
   * How much more than the fewest of a class a method may take, 1 %: parsimonious SAM's count is a
   * share of the steps rounded to whole ones, which a short training feels; and in a training of up
   * to 99 epochs it is less than one epoch of SGD, so that no method gets one more.
   */
  static final double TOLERANCE = 0.01;

  private EqualGradientEvaluations() {}

  /**
   * A method's place among those of equal cost.
   *
   * @param budget the fewest gradient evaluations of its class; empty if no run of it ended well,
   *     so that its cost is not known
   * @param equalCost among the methods of that class
   * @param equalEpochs among those that train for as many epochs
   */
  public record Row(OptionalDouble budget, Standing equalCost, Standing equalEpochs) {}

  /**
   * Returns a row for each standing, sorted by data set, noise, network, budget and optimizer.
   *
   * @param standings of the board of equal epochs
   */
  static List<Row> rows(List<Standing> standings, References references) {
    Map<Setting, Map<Method, Double>> budgets = new HashMap<>();
    standings.stream()
        .collect(groupingBy(Standing::setting))
        .forEach((setting, own) -> budgets.put(setting, budgets(own)));
    var rows = new ArrayList<Row>();
    standings.stream()
        .collect(groupingBy(Standing::task))
        .forEach((task, own) -> rows.addAll(rows(own, budgets.get(task.setting()), references)));
    rows.sort(
        comparing((Row row) -> row.equalEpochs.task())
            .thenComparingDouble(row -> row.budget.orElse(Double.POSITIVE_INFINITY))
            .thenComparing(row -> row.equalEpochs.method()));
    return List.copyOf(rows);
  }

  private static List<Row> rows(
      List<Standing> task, Map<Method, Double> budgets, References references) {
    var methods =
        task.stream()
            .collect(toMap(Standing::method, Standing::scores, (one, two) -> one, TreeMap::new));
    var equalCost =
        Contest.rank(methods, method -> Optional.ofNullable(budgets.get(method)), references);
    return task.stream()
        .map(
            standing -> {
              Double budget = budgets.get(standing.method());
              Standing ranked = equalCost.get(standing.method());
              return budget == null
                  ? new Row(OptionalDouble.empty(), ranked.unranked(), standing)
                  : new Row(OptionalDouble.of(budget), ranked, standing);
            })
        .toList();
  }

  /**
   * Puts the methods of a setting into classes: from the cheapest on, each takes in what is within
   * the tolerance of its first.
   *
   * @return the first's gradient evaluations, by method; none for one of unknown cost
   */
  private static Map<Method, Double> budgets(List<Standing> setting) {
    Map<Method, Double> evaluations = new HashMap<>();
    setting.stream()
        .collect(groupingBy(Standing::method))
        .forEach(
            (method, standings) ->
                Metric.GRADIENT_EVALUATIONS
                    .mean(standings.stream().flatMap(s -> s.runs().stream()).toList())
                    .ifPresent(mean -> evaluations.put(method, mean)));
    Map<Method, Double> budgets = new HashMap<>();
    double budget = 0;
    for (Method method :
        evaluations.keySet().stream()
            .sorted(Comparator.comparing((Function<Method, Double>) evaluations::get))
            .toList()) {
      double own = evaluations.get(method);
      budget = own > budget * (1 + TOLERANCE) ? own : budget;
      budgets.put(method, budget);
    }
    return budgets;
  }
}
