package org.noisemark.suite.definition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.noise.NoiseSpec;

/**
 * An optimizer of a suite with what the suite says about it.
 *
 * @param name in the registry of optimizers
 * @param settings hyper-parameters of the optimizer, and settings of the training that it has for
 *     itself, by name; each has a value under every noise of the suite
 */
public record OptimizerSetting(String name, SortedMap<String, ByNoise> settings) {
  public OptimizerSetting {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** The same values under every noise. */
  public static OptimizerSetting of(String name, SortedMap<String, Object> values) {
    var settings = new TreeMap<String, ByNoise>();
    values.forEach((key, value) -> settings.put(key, ByNoise.always(value)));
    return new OptimizerSetting(name, settings);
  }

  /** Returns the values that hold under a noise. */
  public SortedMap<String, Object> under(NoiseSpec noise) {
    var values = new TreeMap<String, Object>();
    settings.forEach((key, value) -> values.put(key, value.value(noise).orElseThrow()));
    return values;
  }
}
