package org.noisemark.reports.boards;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * What a board can tell: whether wrong labels are memorised at all, and how small a difference
 * between methods so many seeds show.
 *
 * @param reference the optimizer whose memorisation is told
 * @param levels one a noise, in the board's order
 * @param smallestDifference median half-width of the paired intervals of all pairs of methods, as a
 *     ratio: a smaller difference is not told from 0; empty under two common seeds
 * @param seedsForOnePoint at which a pair of median spread would show a difference of one
 *     percentage point; empty under two common seeds, or if more than 100,000
 */
public record Resolution(
    String reference,
    List<Level> levels,
    OptionalDouble smallestDifference,
    OptionalInt seedsForOnePoint) {
  /** Methods that are compared with each other under a noise, the best first. */
  private static final int MOST_METHODS = 12;

  private static final double POINT = 0.01;
  private static final int MOST_SEEDS = 100_000;

  /**
   * One noise.
   *
   * @param memorised share of the flipped training labels that the reference fits after the last
   *     epoch; empty without flipped labels or without the reference
   * @param chance at which a guess fits a label, 1 / classes; empty without the reference
   * @param pairs of methods with two seeds in common
   * @param toldApart those of them whose paired interval leaves 0 out
   */
  public record Level(
      NoiseLevel level,
      Optional<Estimate> memorised,
      OptionalDouble chance,
      int pairs,
      int toldApart) {

    /** Whether more flipped labels are fitted than guessing would, beyond the spread of seeds. */
    public boolean memorises() {
      double low =
          memorised
              .map(share -> share.interval().map(Interval::low).orElse(share.mean()))
              .orElse(0.0);
      return low > chance.orElse(1);
    }
  }

  /**
   * @param rows of the board
   */
  static Resolution of(List<NoiseLevel> levels, List<Board.Row> rows, String reference) {
    var told = new ArrayList<Level>();
    var all = new ArrayList<Estimate>();
    for (NoiseLevel level : levels) {
      List<Standing> standings =
          rows.stream()
              .flatMap(row -> Optional.ofNullable(row.standings().get(level)).stream())
              .toList();
      List<Estimate> differences = differences(standings);
      all.addAll(differences);
      List<Run> runs = reference(standings, reference);
      told.add(
          new Level(
              level,
              Estimate.of(Metric.FLIPPED_NOISY_ACCURACY.of(runs)),
              runs.isEmpty() ? OptionalDouble.empty() : runs.get(0).chance(),
              differences.size(),
              (int) differences.stream().filter(Resolution::isTold).count()));
    }
    OptionalDouble sd = median(all.stream().mapToDouble(each -> each.sd().orElseThrow()));
    return new Resolution(
        reference,
        told,
        median(all.stream().map(Resolution::interval).mapToDouble(Interval::half)),
        sd.isEmpty()
            ? OptionalInt.empty()
            : Estimate.seedsFor(POINT, sd.getAsDouble(), MOST_SEEDS));
  }

  /** Returns the runs of the reference, of several methods of it one with the usual epochs. */
  private static List<Run> reference(List<Standing> standings, String optimizer) {
    long usual = Method.usualEpochs(standings.stream().map(Standing::method).toList());
    return standings.stream()
        .filter(standing -> standing.method().optimizer().equals(optimizer))
        .min(comparing(standing -> standing.method().epochs() != usual))
        .map(Standing::runs)
        .orElse(List.of());
  }

  /** Of the best methods, each with each; those that have an interval. */
  private static List<Estimate> differences(List<Standing> standings) {
    List<Standing> best =
        standings.stream()
            .sorted(comparingInt(standing -> standing.rank().orElse(Integer.MAX_VALUE)))
            .limit(MOST_METHODS)
            .toList();
    var differences = new ArrayList<Estimate>();
    for (int i = 0; i < best.size(); i++) {
      for (int j = 0; j < i; j++) {
        best.get(i)
            .scores()
            .minus(best.get(j).scores())
            .map(Difference::estimate)
            .filter(difference -> difference.interval().isPresent())
            .ifPresent(differences::add);
      }
    }
    return differences;
  }

  private static Interval interval(Estimate estimate) {
    return estimate.interval().orElseThrow();
  }

  private static boolean isTold(Estimate difference) {
    return !interval(difference).contains(0);
  }

  private static OptionalDouble median(DoubleStream values) {
    double[] all = values.toArray();
    return all.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(all));
  }

  /** Whether wrong labels are memorised under any noise. */
  public boolean memorises() {
    return levels.stream().anyMatch(Level::memorises);
  }

  /** Whether there are flipped labels, and runs of the reference that tell of them. */
  public boolean isNoisy() {
    return levels.stream().anyMatch(level -> level.memorised().isPresent());
  }

  public int pairs() {
    return levels.stream().mapToInt(Level::pairs).sum();
  }

  public int toldApart() {
    return levels.stream().mapToInt(Level::toldApart).sum();
  }
}
