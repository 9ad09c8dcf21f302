package org.noisemark.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A figure over strata of pairs, made ready to be taken of many resamples of them. A resample says
 * of each pair how often it was drawn: what depends on the scores alone, their order first of all,
 * is found once.
 */
public final class StratifiedStatistic {
  private final int[] sizes;
  private final List<ToDoubleFunction<int[]>> terms;

  /**
   * @param strata at least 1
   * @param figure of a resample, see {@link #of(int[])}
   */
  StratifiedStatistic(List<Pairs> strata, ToDoubleFunction<int[]> figure) {
    this(strata, List.of(figure));
  }

  /** A figure less another. */
  StratifiedStatistic(
      List<Pairs> strata, ToDoubleFunction<int[]> figure, ToDoubleFunction<int[]> less) {
    this(strata, List.of(figure, less));
  }

  private StratifiedStatistic(List<Pairs> strata, List<ToDoubleFunction<int[]>> terms) {
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("a figure of no strata");
    }
    sizes = strata.stream().mapToInt(Pairs::size).toArray();
    this.terms = terms;
  }

  /** The figure of the strata as they are. */
  public double observed() {
    int[] once = new int[Arrays.stream(sizes).sum()];
    Arrays.fill(once, 1);
    return of(once);
  }

  /**
   * The figure of a resample, the same to the last bit as that of its pairs written out.
   *
   * @param times [pairs of all strata, one stratum after the other] how often each is drawn; those
   *     of a stratum add up to its size
   */
  double of(int[] times) {
    return of(term -> new double[] {term.applyAsDouble(times)})[0];
  }

  /** The figures of many resamples, of what the {@link #terms} are in each of them. */
  double[] of(Function<ToDoubleFunction<int[]>, double[]> values) {
    double[] figures = values.apply(terms.get(0)).clone();
    for (ToDoubleFunction<int[]> term : terms.subList(1, terms.size())) {
      double[] less = values.apply(term);
      for (int b = 0; b < figures.length; b++) {
        figures[b] -= less[b];
      }
    }
    return figures;
  }

  /** What is taken of a resample: equal ones of two statistics have the same value. */
  List<ToDoubleFunction<int[]>> terms() {
    return terms;
  }

  /** The pairs in each stratum. */
  int[] sizes() {
    return sizes.clone();
  }
}
