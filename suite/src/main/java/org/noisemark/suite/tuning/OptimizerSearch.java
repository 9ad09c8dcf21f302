package org.noisemark.suite.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.boards.Trial;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.Tuning.Search;
import org.noisemark.suite.definition.Tuning.Space;

/** The search of one optimizer's values, round by round. */
final class OptimizerSearch {
  private final String optimizer;
  private final Search search;
  private final int epochs;
  private final List<SortedMap<String, Object>> candidates;

  /**
   * @throws IllegalArgumentException if the budget does not allow what is asked for, or a value
   *     that is not searched depends on the noise
   */
  OptimizerSearch(Suite suite, Space space, OptimizerSetting setting) {
    var tuning = suite.tuning().orElseThrow();
    optimizer = space.optimizer();
    search = tuning.search();
    var fixed = notSearched(space, setting);
    epochs = (int) fixed.getOrDefault("epochs", suite.training().epochs());
    candidates = Candidates.of(tuning, space, fixed, (double) epochs / suite.training().epochs());
  }

  private static SortedMap<String, Object> notSearched(Space space, OptimizerSetting setting) {
    var fixed = new TreeMap<String, Object>();
    setting
        .settings()
        .forEach(
            (key, value) -> {
              if (!space.values().containsKey(key)) {
                fixed.put(
                    key,
                    value
                        .constant()
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    String.format(
                                        Locale.ROOT,
                                        "tuning: %s of %s depends on the noise, expected one value",
                                        key,
                                        setting.name()))));
              }
            });
    return fixed;
  }

  /** Returns what is trained in a round, counted from 0. */
  List<OptimizerSetting> round(int round, List<Trial> trials) {
    int trained = Halving.epochs(search, round, epochs);
    return left(round, trials).stream().map(values -> setting(values, trained)).toList();
  }

  /** Returns the best of the last round, with all epochs. */
  OptimizerSetting best(List<Trial> trials) {
    int last = Halving.rounds(search) - 1;
    return OptimizerSetting.of(optimizer, sorted(left(last, trials), epochs, trials).get(0));
  }

  private List<SortedMap<String, Object>> left(int round, List<Trial> trials) {
    if (round == 0) {
      return candidates;
    }
    int before = Halving.epochs(search, round - 1, epochs);
    return sorted(left(round - 1, trials), before, trials)
        .subList(0, Halving.left(candidates.size(), round));
  }

  /** Returns the same, the best after so many epochs first. */
  private List<SortedMap<String, Object>> sorted(
      List<SortedMap<String, Object>> tried, int trained, List<Trial> trials) {
    if (tried.size() == 1) {
      return tried;
    }
    var sorted = new ArrayList<SortedMap<String, Object>>();
    for (var trial : trials) {
      if (trial.method().optimizer().equals(optimizer) && trial.method().epochs() == trained) {
        tried.stream().filter(values -> isOf(trial, values)).forEach(sorted::add);
      }
    }
    if (sorted.size() != tried.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "tuning: expected %d candidates of %s trained for %d epochs, got %d",
              tried.size(),
              optimizer,
              trained,
              sorted.size()));
    }
    return sorted;
  }

  private static boolean isOf(Trial trial, SortedMap<String, Object> values) {
    var recorded = trial.runs().get(0).record().cell().hyperparameters();
    return values.entrySet().stream()
        .filter(value -> !value.getKey().equals("epochs"))
        .allMatch(value -> value.getValue().equals(recorded.get(value.getKey())));
  }

  private OptimizerSetting setting(SortedMap<String, Object> values, int trained) {
    var all = new TreeMap<>(values);
    if (trained != epochs) {
      all.put("epochs", trained);
    }
    return OptimizerSetting.of(optimizer, all);
  }
}
