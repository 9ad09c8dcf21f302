package org.noisemark.suite.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the hyper-parameters of a suite are chosen.
 *
 * @param trainings the budget of each optimizer: as many gradient evaluations as so many trainings
 *     of SGD take, for each noise and seed; at least 1
 * @param seeds training seeds, none of which the suite uses
 * @param spaces what is tried, one an optimizer of the suite
 * @param table SHA-256 of the tuning.csv that the suite's values were chosen from; empty before
 */
public record Tuning(
    Search search, int trainings, List<Long> seeds, List<Space> spaces, Optional<String> table) {
  public Tuning {
    seeds = List.copyOf(seeds);
    spaces = List.copyOf(spaces);
  }

  /** In which order, and for how long, combinations are tried. */
  public enum Search {
    /** Each of them, which the budget must allow. */
    GRID,
    /** As many as the budget allows, drawn without replacement (Bergstra and Bengio, 2012). */
    RANDOM,
    /**
     * Drawn likewise, but trained for a quarter of the epochs; the better half of them for half,
     * and the better half of those for all (Jamieson and Talwalkar, 2016).
     */
    SUCCESSIVE_HALVING
  }

  /**
   * The values of one optimizer's hyper-parameters, whose combinations are candidates.
   *
   * @param values by name, at least one each
   */
  public record Space(String optimizer, SortedMap<String, List<Object>> values) {
    public Space {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns each combination once, the last name's values changing fastest. */
    public List<SortedMap<String, Object>> combinations() {
      List<SortedMap<String, Object>> combinations = List.of(new TreeMap<>());
      for (var each : values.entrySet()) {
        var longer = new ArrayList<SortedMap<String, Object>>();
        for (var combination : combinations) {
          for (var value : each.getValue()) {
            var next = new TreeMap<>(combination);
            next.put(each.getKey(), value);
            longer.add(next);
          }
        }
        combinations = longer;
      }
      return combinations;
    }
  }
}
