package org.noisemark.reports.boards;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Pairs;

/** How a method's accuracy falls with the rate of one kind of noise, curve by curve of a seed. */
public final class Robustness {
  private Robustness() {}

  /**
   * A method under one kind of noise.
   *
   * @param method one that is tuned to each noise with what its hyper-parameters have in common
   * @param noise its kind
   * @param rates ascending; the first is 0 where clean labels were trained on, too
   * @param area under the accuracy-against-rate curve by the trapezoid rule, divided by the range
   *     of rates; empty with one rate only
   * @param worst accuracy at the highest rate
   * @param drop from clean labels to the highest rate; empty without clean labels
   * @param runs of the method at these rates
   */
  public record Row(
      Setting setting,
      Method method,
      String noise,
      List<Double> rates,
      Figure area,
      Figure worst,
      Figure drop,
      List<Run> runs) {}

  /**
   * @param own over the seeds that have every rate
   * @param versusReference of the differences to the first reference of as many epochs, paired by
   *     seed
   */
  public record Figure(Optional<Estimate> own, Optional<Difference> versusReference) {}

  /** Accuracies at ascending rates, of one seed. */
  private record Curve(List<Double> rates, double[] accuracies) {
    double area() {
      double area = 0;
      for (int i = 1; i < accuracies.length; i++) {
        area += (rates.get(i) - rates.get(i - 1)) * (accuracies[i - 1] + accuracies[i]) / 2;
      }
      return area / (rates.get(rates.size() - 1) - rates.get(0));
    }

    double worst() {
      return accuracies[accuracies.length - 1];
    }

    double drop() {
      return accuracies[0] - worst();
    }
  }

  /** A method's curves, by training seed, and the runs that they are of. */
  private record Curves(SortedMap<Long, Curve> bySeed, List<Run> runs) {
    SortedMap<Long, Double> values(ToDoubleFunction<Curve> value) {
      var values = new TreeMap<Long, Double>();
      bySeed.forEach((seed, curve) -> values.put(seed, value.applyAsDouble(curve)));
      return values;
    }
  }

  /** Sorted by data set, network, noise and method; no row for clean labels alone. */
  static List<Row> rows(List<Standing> standings, References references) {
    var rows = new ArrayList<Row>();
    standings.stream()
        .collect(groupingBy(Standing::setting, TreeMap::new, toList()))
        .forEach((setting, own) -> rows.addAll(rows(setting, own, references)));
    return List.copyOf(rows);
  }

  private static List<Row> rows(Setting setting, List<Standing> standings, References references) {
    List<Board.Row> contenders = Board.rows(standings);
    List<NoiseLevel> levels = standings.stream().map(Standing::level).distinct().sorted().toList();
    var rows = new ArrayList<Row>();
    for (String noise :
        levels.stream().filter(l -> !l.clean()).map(NoiseLevel::noise).distinct().toList()) {
      List<NoiseLevel> along =
          levels.stream().filter(l -> l.clean() || l.noise().equals(noise)).toList();
      var curves = new TreeMap<Method, Curves>();
      contenders.forEach(contender -> curves.put(contender.method(), curves(contender, along)));
      curves
          .keySet()
          .forEach(method -> rows.add(row(setting, method, noise, along, curves, references)));
    }
    return rows;
  }

  private static Row row(
      Setting setting,
      Method method,
      String noise,
      List<NoiseLevel> levels,
      SortedMap<Method, Curves> curves,
      References references) {
    List<Double> rates = levels.stream().map(NoiseLevel::rate).toList();
    Optional<Curves> reference =
        references.first(method, method.ofEqualEpochs(curves.keySet())).map(curves::get);
    Curves own = curves.get(method);
    Figure none = new Figure(Optional.empty(), Optional.empty());
    return new Row(
        setting,
        method,
        noise,
        rates,
        levels.size() > 1 ? figure(own, reference, Curve::area) : none,
        figure(own, reference, Curve::worst),
        levels.get(0).clean() ? figure(own, reference, Curve::drop) : none,
        own.runs());
  }

  private static Figure figure(
      Curves own, Optional<Curves> reference, ToDoubleFunction<Curve> value) {
    return new Figure(
        Estimate.of(own.values(value).values()),
        reference.flatMap(
            others ->
                Pairs.joined(own.values(value), others.values(value))
                    .map(
                        pairs ->
                            new Difference(
                                pairs.difference(), Run.both(own.runs(), others.runs())))));
  }

  /** The curves of the training seeds that have every rate; a failed run counts as chance. */
  private static Curves curves(Board.Row contender, List<NoiseLevel> levels) {
    List<Map<Long, Double>> bySeed =
        levels.stream()
            .map(level -> contender.standings().get(level))
            .map(standing -> standing == null ? Map.<Long, Double>of() : accuracies(standing))
            .toList();
    List<Double> rates = levels.stream().map(NoiseLevel::rate).toList();
    var curves = new TreeMap<Long, Curve>();
    for (Long seed : bySeed.get(0).keySet()) {
      if (bySeed.stream().allMatch(accuracies -> accuracies.containsKey(seed))) {
        curves.put(
            seed,
            new Curve(rates, bySeed.stream().mapToDouble(level -> level.get(seed)).toArray()));
      }
    }
    return new Curves(
        curves,
        levels.stream()
            .flatMap(level -> Optional.ofNullable(contender.standings().get(level)).stream())
            .flatMap(standing -> standing.runs().stream())
            .toList());
  }

  /** By training seed; one that met several draws of the noise with their mean. */
  private static Map<Long, Double> accuracies(Standing standing) {
    return standing.runs().stream()
        .filter(run -> run.counted(Metric.TEST_ACCURACY_FINAL).isPresent())
        .collect(
            groupingBy(
                run -> run.replicate().seed(),
                averagingDouble(run -> run.counted(Metric.TEST_ACCURACY_FINAL).getAsDouble())));
  }
}
