package org.noisemark.suite.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.ArraySampler;
import org.noisemark.datasets.Seeds;
import org.noisemark.optim.Optimizers;
import org.noisemark.suite.definition.TrainingSettings;
import org.noisemark.suite.definition.Tuning;
import org.noisemark.suite.definition.Tuning.Search;
import org.noisemark.suite.definition.Tuning.Space;
import org.noisemark.suite.plan.GradientEvaluations;

/** The combinations of one optimizer's values that its budget allows to try. */
final class Candidates {
  /** Steps over which the cost of a step is averaged. */
  private static final int STEPS = 10_000;

  private Candidates() {}

  /**
   * Returns them in the order in which they are tried.
   *
   * @param fixed values that each of them has
   * @param length epochs of one of them as a multiple of the suite's
   * @throws IllegalArgumentException if the budget does not allow one, or not the whole grid
   */
  static List<SortedMap<String, Object>> of(
      Tuning tuning, Space space, SortedMap<String, Object> fixed, double length) {
    var combinations = ordered(tuning, space, fixed);
    double sum = 0;
    int count = 0;
    for (var combination : combinations) {
      sum += length * cost(space.optimizer(), combination);
      double mean = sum / (count + 1);
      if (mean * Halving.cost(tuning.search(), count + 1) > tuning.trainings()) {
        break;
      }
      count++;
    }
    if (count == 0 || tuning.search() == Search.GRID && count < combinations.size()) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "tuning: %d trainings of SGD are a budget for %d of the %d combinations of %s; raise",
                  tuning.trainings(),
                  count,
                  combinations.size(),
                  space.optimizer())
              + " 'trainings', list fewer values or search at random");
    }
    return combinations.subList(0, count);
  }

  private static List<SortedMap<String, Object>> ordered(
      Tuning tuning, Space space, SortedMap<String, Object> fixed) {
    var combinations = new ArrayList<SortedMap<String, Object>>();
    for (var combination : space.combinations()) {
      combination.putAll(fixed);
      combinations.add(combination);
    }
    int[] order = IntStream.range(0, combinations.size()).toArray();
    if (tuning.search() != Search.GRID) {
      ArraySampler.shuffle(
          Seeds.generator(tuning.seeds().get(0), "search/" + space.optimizer()), order);
    }
    return IntStream.of(order).mapToObj(combinations::get).toList();
  }

  /** Gradient evaluations a step. */
  private static double cost(String optimizer, SortedMap<String, Object> values) {
    var own = new TreeMap<>(values);
    own.keySet().removeAll(TrainingSettings.BY_OPTIMIZER);
    var hyperparameters = Optimizers.hyperparameters(optimizer, own);
    return GradientEvaluations.of(optimizer, hyperparameters, STEPS).expected() / STEPS;
  }
}
