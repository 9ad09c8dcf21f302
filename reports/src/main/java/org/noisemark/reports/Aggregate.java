package org.noisemark.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.noisemark.reports.Run.Replicate;
import org.noisemark.reports.statistics.Aggregates;
import org.noisemark.reports.statistics.Holm;
import org.noisemark.reports.statistics.Interval;
import org.noisemark.reports.statistics.Pairs;
import org.noisemark.reports.statistics.SignFlipTest;
import org.noisemark.reports.statistics.StratifiedBootstrap;
import org.noisemark.reports.statistics.StratifiedStatistic;

/** A method over all data sets and noises at once, each of them a stratum of seeds. */
final class Aggregate {
  private Aggregate() {}

  /**
   * @param setting without a data set, which is the empty string
   * @param datasets names, sorted
   * @param strata data sets and noises at a rate that any method of the field was trained on
   * @param missing those of them that this method was not
   * @param own its runs
   * @param compared they and those of the SGD below; none without one
   * @param accuracy interquartile mean of final test accuracies; empty if any stratum is missing,
   *     likewise what follows
   * @param versusSgd the interquartile mean less that of SGD of as many epochs, by common seeds
   * @param improvement probability that a run beats one of that SGD
   * @param pValue of the sign-flip test against it
   * @param holm the same corrected for the methods tested in the field
   */
  record Row(
      Setting setting,
      List<String> datasets,
      Method method,
      int strata,
      int missing,
      int runs,
      List<Run> own,
      List<Run> compared,
      Optional<Figure> accuracy,
      Optional<Figure> versusSgd,
      Optional<Figure> improvement,
      OptionalDouble pValue,
      OptionalDouble holm) {
    private Row withHolm(double corrected) {
      return new Row(
          setting,
          datasets,
          method,
          strata,
          missing,
          runs,
          own,
          compared,
          accuracy,
          versusSgd,
          improvement,
          pValue,
          OptionalDouble.of(corrected));
    }
  }

  record Figure(double value, Interval interval) {}

  private record Stratum(String dataset, NoiseLevel level) implements Comparable<Stratum> {
    @Override
    public int compareTo(Stratum other) {
      int byDataset = dataset.compareTo(other.dataset);
      return byDataset != 0 ? byDataset : level.compareTo(other.level);
    }
  }

  /** The scores of a method, by stratum and seed; a failed run counts as chance. */
  private record Scores(
      SortedMap<Stratum, SortedMap<Replicate, Double>> byStratum, List<Run> runs) {
    private Scores() {
      this(new TreeMap<>(), new ArrayList<>());
    }

    private void add(Standing standing) {
      SortedMap<Replicate, Double> scores = Contest.scores(standing.runs());
      if (!scores.isEmpty()) {
        byStratum.put(new Stratum(standing.setting().dataset(), standing.level()), scores);
        runs.addAll(standing.runs());
      }
    }

    /** Own scores twice: what a statistic of one method needs. */
    List<Pairs> alone() {
      return byStratum.values().stream()
          .map(scores -> scores.values().stream().mapToDouble(Double::doubleValue).toArray())
          .map(own -> new Pairs(own, own))
          .toList();
    }

    /** Strata without a common seed are left out. */
    List<Pairs> paired(Scores others) {
      var strata = new ArrayList<Pairs>();
      byStratum.forEach(
          (stratum, own) -> {
            var other = new TreeMap<>(others.byStratum.getOrDefault(stratum, new TreeMap<>()));
            other.keySet().retainAll(own.keySet());
            if (!other.isEmpty()) {
              strata.add(
                  new Pairs(
                      other.keySet().stream().mapToDouble(own::get).toArray(),
                      other.values().stream().mapToDouble(Double::doubleValue).toArray()));
            }
          });
      return strata;
    }
  }

  /** Sorted by network and method. */
  static List<Row> rows(List<Standing> standings) {
    var fields =
        standings.stream()
            .collect(
                groupingBy(standing -> standing.setting().onDataset(""), TreeMap::new, toList()));
    var rows = new ArrayList<Row>();
    fields.forEach((setting, field) -> rows.addAll(rows(setting, field)));
    return List.copyOf(rows);
  }

  private static List<Row> rows(Setting setting, List<Standing> standings) {
    var methods = new TreeMap<Method, Scores>();
    standings.stream()
        .collect(groupingBy(Standing::setting, TreeMap::new, toList()))
        .values()
        .forEach(
            own ->
                Board.rows(own)
                    .forEach(
                        contender ->
                            contender
                                .standings()
                                .values()
                                .forEach(
                                    methods.computeIfAbsent(
                                            contender.method(), method -> new Scores())
                                        ::add)));
    List<Stratum> strata =
        standings.stream()
            .map(standing -> new Stratum(standing.setting().dataset(), standing.level()))
            .distinct()
            .toList();
    var rows = new ArrayList<Row>();
    for (Method method : methods.keySet()) {
      Optional<Method> sgd = method.reference("sgd", method.ofEqualEpochs(methods.keySet()));
      rows.add(row(setting, strata, method, methods.get(method), sgd.map(methods::get)));
    }
    return corrected(rows);
  }

  private static Row row(
      Setting setting, List<Stratum> strata, Method method, Scores own, Optional<Scores> sgd) {
    int missing = strata.size() - own.byStratum().size();
    List<Pairs> alone = missing > 0 ? List.of() : own.alone();
    List<Pairs> pairs =
        missing > 0 || method.optimizer().equals("sgd") || sgd.isEmpty()
            ? List.of()
            : own.paired(sgd.get());
    List<Pairs> compared = pairs.size() < strata.size() ? List.of() : pairs;
    return new Row(
        setting,
        strata.stream().map(Stratum::dataset).distinct().sorted().toList(),
        method,
        strata.size(),
        missing,
        own.byStratum().values().stream().mapToInt(Map::size).sum(),
        List.copyOf(own.runs()),
        sgd.map(others -> Run.both(own.runs(), others.runs())).orElse(List.of()),
        figure(alone, Aggregates::interquartileMean),
        figure(compared, Aggregates::interquartileMeanDifference),
        figure(compared, Aggregates::probabilityOfImprovement),
        compared.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(SignFlipTest.pValue(compared)),
        OptionalDouble.empty());
  }

  private static Optional<Figure> figure(
      List<Pairs> strata, Function<List<Pairs>, StratifiedStatistic> figure) {
    if (strata.isEmpty()) {
      return Optional.empty();
    }
    StratifiedStatistic statistic = figure.apply(strata);
    return Optional.of(new Figure(statistic.observed(), StratifiedBootstrap.of(statistic)));
  }

  private static List<Row> corrected(List<Row> rows) {
    List<Row> tested = rows.stream().filter(row -> row.pValue.isPresent()).toList();
    double[] holm =
        Holm.adjusted(tested.stream().mapToDouble(row -> row.pValue.getAsDouble()).toArray());
    return rows.stream()
        .map(row -> row.pValue.isPresent() ? row.withHolm(holm[tested.indexOf(row)]) : row)
        .toList();
  }
}
