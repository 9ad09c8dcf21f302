package org.noisemark.suite.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.reports.Reports;
import org.noisemark.reports.boards.Trial;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suite;

/**
 * Searches the values of a suite's optimizers, each with the same budget of gradient evaluations,
 * by the accuracy on the noisy validation split after the last epoch. What is tried next depends
 * only on the suite and on the records of what was tried.
 */
public final class Tuner {
  private final Suite suite;
  private final List<OptimizerSearch> searches;

  /**
   * @throws IllegalArgumentException in one line, if the suite does not say how it is tuned, or its
   *     budget does not allow what it asks for
   */
  public Tuner(Suite suite) {
    var tuning =
        suite
            .tuning()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        suite.name()
                            + ": the key 'tuning' is missing, which says what is tried and on"
                            + " which seeds"));
    if (suite.datasets().size() * suite.networks().size() != 1) {
      throw new IllegalArgumentException(
          suite.name() + ": expected one data set and one network to tune for");
    }
    this.suite = suite;
    this.searches =
        IntStream.range(0, tuning.spaces().size())
            .mapToObj(
                i -> new OptimizerSearch(suite, tuning.spaces().get(i), suite.optimizers().get(i)))
            .toList();
  }

  /** Returns the number of rounds, at least 1. */
  public int rounds() {
    return Halving.rounds(suite.tuning().orElseThrow().search());
  }

  /**
   * Returns what is trained in the first rounds.
   *
   * @param rounds how many, at least 1
   * @param records of all but the last of them
   * @throws IllegalArgumentException if one of these is missing
   */
  public Suite first(int rounds, List<RunRecord> records) {
    var trials = trials(records);
    var candidates = new ArrayList<OptimizerSetting>();
    for (var search : searches) {
      for (int round = 0; round < rounds; round++) {
        candidates.addAll(search.round(round, trials));
      }
    }
    return suite.trying(candidates);
  }

  /**
   * Returns the best values of each optimizer.
   *
   * @param records of all rounds
   * @throws IllegalArgumentException if one of these is missing
   */
  public List<OptimizerSetting> choice(List<RunRecord> records) {
    var trials = trials(records);
    return searches.stream().map(search -> search.best(trials)).toList();
  }

  private static List<Trial> trials(List<RunRecord> records) {
    return records.isEmpty() ? List.of() : Reports.of(records).trials();
  }
}
