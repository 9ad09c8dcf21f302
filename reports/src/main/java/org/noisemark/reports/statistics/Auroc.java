package org.noisemark.reports.statistics;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The area under the receiver operating characteristic. */
public final class Auroc {
  private Auroc() {}

  /**
   * Returns the probability that the score of a positive is higher than that of a negative, equal
   * scores counting half: Mann and Whitney's U over the number of pairs, 0–1; empty without one of
   * either.
   *
   * @param scores none of them NaN
   * @param isPositive by position
   */
  public static OptionalDouble of(double[] scores, IntPredicate isPositive) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double above = 0;
    long positives = 0;
    long negatives = 0;
    int end;
    for (int from = 0; from < order.length; from = end) {
      end = from;
      long equal = 0;
      long equalPositives = 0;
      do {
        equal++;
        equalPositives += isPositive.test(order[end]) ? 1 : 0;
        end++;
      } while (end < order.length && scores[order[end]] == scores[order[from]]);
      above += equalPositives * (negatives + (equal - equalPositives) / 2.0);
      positives += equalPositives;
      negatives += equal - equalPositives;
    }
    return positives == 0 || negatives == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(above / ((double) positives * negatives));
  }
}
