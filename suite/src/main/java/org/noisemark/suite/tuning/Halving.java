package org.noisemark.suite.tuning;

import java.util.stream.IntStream;
import org.noisemark.suite.definition.Tuning.Search;

/** The rounds of a search: for which share of the epochs how many candidates are trained. */
final class Halving {
  private static final int ROUNDS = 3;

  private Halving() {}

  static int rounds(Search search) {
    return search == Search.SUCCESSIVE_HALVING ? ROUNDS : 1;
  }

  /**
   * Returns the epochs of a round, at least 1.
   *
   * @param round from 0; the last takes all epochs
   */
  static int epochs(Search search, int round, int epochs) {
    return Math.max(1, epochs >> (rounds(search) - 1 - round));
  }

  /** Returns how many of the first round's candidates are left in a round, at least 1. */
  static int left(int candidates, int round) {
    return Math.max(1, (candidates + (1 << round) - 1) >> round);
  }

  /** What so many candidates cost in all rounds, in trainings of one of them for all epochs. */
  static double cost(Search search, int candidates) {
    int rounds = rounds(search);
    return IntStream.range(0, rounds)
        .mapToDouble(round -> (double) left(candidates, round) / (1 << (rounds - 1 - round)))
        .sum();
  }
}
