package org.noisemark.reports.boards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Run.Replicate;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.results.Task;
import org.noisemark.reports.statistics.Aggregates;
import org.noisemark.reports.statistics.Holm;
import org.noisemark.reports.statistics.Interval;
import org.noisemark.reports.statistics.Pairs;
import org.noisemark.reports.statistics.SignFlipTest;
import org.noisemark.reports.statistics.StratifiedBootstrap;
import org.noisemark.reports.statistics.StratifiedStatistic;

/** A method over all data sets and noises at once, each of them a stratum of seeds. */
public final class Aggregate {
  private Aggregate() {}

  /**
   * @param setting without a data set, which is the empty string
   * @param datasets names, sorted
   * @param strata data sets and noises at a rate that any method of the field was trained on
   * @param missing those of them that this method was not
   * @param own its runs
   * @param compared they and those of the reference below; none without one
   * @param accuracy interquartile mean of final test accuracies; empty if any stratum is missing,
   *     likewise what follows
   * @param versusReference the interquartile mean less that of the reference of as many epochs, by
   *     common seeds
   * @param improvement probability that a run beats one of that reference
   * @param pValue of the sign-flip test against it
   * @param holm the same corrected for the methods tested in the field
   */
  public record Row(
      Setting setting,
      List<String> datasets,
      Method method,
      int strata,
      int missing,
      int runs,
      List<Run> own,
      List<Run> compared,
      Optional<Figure> accuracy,
      Optional<Figure> versusReference,
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
          versusReference,
          improvement,
          pValue,
          OptionalDouble.of(corrected));
    }
  }

  public record Figure(double value, Interval interval) {}

  /** The scores of a method by stratum, which is a task; a failed run counts as chance. */
  private record Strata(SortedMap<Task, SortedMap<Replicate, Double>> byTask, List<Run> runs) {
    private Strata() {
      this(new TreeMap<>(), new ArrayList<>());
    }

    private void add(Standing standing) {
      SortedMap<Replicate, Double> scores = standing.scores().byReplicate();
      if (!scores.isEmpty()) {
        byTask.put(standing.task(), scores);
        runs.addAll(standing.runs());
      }
    }

    /** Own scores twice: what a statistic of one method needs. */
    List<Pairs> alone() {
      return byTask.values().stream()
          .map(scores -> scores.values().stream().mapToDouble(Double::doubleValue).toArray())
          .map(own -> new Pairs(own, own))
          .toList();
    }

    /** Strata without a common seed are left out. */
    List<Pairs> paired(Strata others) {
      return byTask.entrySet().stream()
          .flatMap(
              own ->
                  Pairs.joined(
                      own.getValue(),
                      others.byTask.getOrDefault(own.getKey(), Collections.emptySortedMap()))
                      .stream())
          .toList();
    }
  }

  /** Sorted by network and method. */
  static List<Row> rows(List<Standing> standings, References references) {
    var fields =
        standings.stream()
            .collect(
                groupingBy(standing -> standing.setting().onDataset(""), TreeMap::new, toList()));
    var rows = new ArrayList<Row>();
    fields.forEach((setting, field) -> rows.addAll(rows(setting, field, references)));
    return List.copyOf(rows);
  }

  private static List<Row> rows(Setting setting, List<Standing> standings, References references) {
    var methods = new TreeMap<Method, Strata>();
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
                                            contender.method(), method -> new Strata())
                                        ::add)));
    List<Task> strata = standings.stream().map(Standing::task).distinct().toList();
    var compared = new TreeMap<Method, Compared>();
    for (Method method : methods.keySet()) {
      Optional<Method> reference = references.first(method, method.ofEqualEpochs(methods.keySet()));
      compared.put(method, Compared.of(method, methods, reference, strata.size()));
    }
    Map<StratifiedStatistic, Interval> intervals = intervals(compared.values());
    var rows = new ArrayList<Row>();
    compared.forEach((method, own) -> rows.add(row(setting, strata, method, own, intervals)));
    return corrected(rows);
  }

  /**
   * A method with what is worked out of it; nothing is if any stratum is missing.
   *
   * @param runs they and those of the reference
   */
  private record Compared(
      Strata own,
      List<Run> runs,
      Optional<StratifiedStatistic> accuracy,
      Optional<StratifiedStatistic> versusReference,
      Optional<StratifiedStatistic> improvement,
      OptionalDouble pValue) {

    static Compared of(
        Method method, Map<Method, Strata> methods, Optional<Method> reference, int strata) {
      Strata own = methods.get(method);
      List<Pairs> alone = own.byTask().size() < strata ? List.of() : own.alone();
      List<Pairs> pairs =
          reference
              .filter(other -> !alone.isEmpty() && !other.optimizer().equals(method.optimizer()))
              .map(other -> own.paired(methods.get(other)))
              .filter(paired -> paired.size() == strata)
              .orElse(List.of());
      return new Compared(
          own,
          reference.map(other -> Run.both(own.runs(), methods.get(other).runs())).orElse(List.of()),
          Optional.of(alone).filter(some -> !some.isEmpty()).map(Aggregates::interquartileMean),
          Optional.of(pairs)
              .filter(some -> !some.isEmpty())
              .map(Aggregates::interquartileMeanDifference),
          Optional.of(pairs)
              .filter(some -> !some.isEmpty())
              .map(Aggregates::probabilityOfImprovement),
          pairs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(SignFlipTest.pValue(pairs)));
    }

    Stream<StratifiedStatistic> statistics() {
      return Stream.of(accuracy, versusReference, improvement).flatMap(Optional::stream);
    }
  }

  private static Map<StratifiedStatistic, Interval> intervals(Collection<Compared> methods) {
    List<StratifiedStatistic> statistics = methods.stream().flatMap(Compared::statistics).toList();
    List<Interval> found = StratifiedBootstrap.of(statistics);
    var intervals = new IdentityHashMap<StratifiedStatistic, Interval>();
    for (int i = 0; i < found.size(); i++) {
      intervals.put(statistics.get(i), found.get(i));
    }
    return intervals;
  }

  private static Row row(
      Setting setting,
      List<Task> strata,
      Method method,
      Compared compared,
      Map<StratifiedStatistic, Interval> intervals) {
    SortedMap<Task, SortedMap<Replicate, Double>> own = compared.own.byTask();
    Function<StratifiedStatistic, Figure> figure =
        statistic -> new Figure(statistic.observed(), intervals.get(statistic));
    return new Row(
        setting,
        strata.stream().map(task -> task.setting().dataset()).distinct().sorted().toList(),
        method,
        strata.size(),
        strata.size() - own.size(),
        own.values().stream().mapToInt(Map::size).sum(),
        List.copyOf(compared.own.runs()),
        compared.runs,
        compared.accuracy.map(figure),
        compared.versusReference.map(figure),
        compared.improvement.map(figure),
        compared.pValue,
        OptionalDouble.empty());
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
