package org.noisemark.suite.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.noise.NoiseSpec;

/**
 * An optimizer of a suite with what the suite says about it.
 *
 * @param name in the registry of optimizers
 * @param settings hyper-parameters of the optimizer, and settings of the training that it has for
 *     itself, by name
 */
public record OptimizerSetting(String name, SortedMap<String, ByNoise> settings) {
  public OptimizerSetting {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** Returns every combination of the values that hold for a noise; one without lists. */
  public List<SortedMap<String, Object>> combinations(NoiseSpec noise) {
    List<SortedMap<String, Object>> combinations = List.of(new TreeMap<>());
    for (var setting : settings.entrySet()) {
      var longer = new ArrayList<SortedMap<String, Object>>();
      for (var combination : combinations) {
        for (var value : setting.getValue().values(noise)) {
          var next = new TreeMap<>(combination);
          next.put(setting.getKey(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
