package org.noisemark.suite.definition;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.optim.Optimizers;

/**
 * An optimizer of a suite with what the suite says about it.
 *
 * @param name in the registry of optimizers; of a program of the user's own, any
 * @param trainer the program that trains it in place of the suite's engine; empty for the engine
 * @param settings hyper-parameters of the optimizer, and settings of the training that it has for
 *     itself, by name; each has a value under every noise of the suite
 */
public record OptimizerSetting(
    String name, Optional<TrainerCommand> trainer, SortedMap<String, ByNoise> settings) {
  public OptimizerSetting {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** What the suite's engine trains. */
  public OptimizerSetting(String name, SortedMap<String, ByNoise> settings) {
    this(name, Optional.empty(), settings);
  }

  /** The same values under every noise. */
  public static OptimizerSetting of(String name, SortedMap<String, Object> values) {
    var settings = new TreeMap<String, ByNoise>();
    values.forEach((key, value) -> settings.put(key, ByNoise.always(value)));
    return new OptimizerSetting(name, settings);
  }

  /**
   * Returns all hyper-parameters of the optimizer: those given, checked, and the defaults of the
   * rest; those given as they are of a method that only a program of the user's knows.
   *
   * @throws IllegalArgumentException as {@link Optimizers#hyperparameters}
   */
  public SortedMap<String, Object> hyperparameters(SortedMap<String, Object> given) {
    return isKnown(name) || trainer.isEmpty() ? Optimizers.hyperparameters(name, given) : given;
  }

  /** Returns whether it is one of this program's. */
  static boolean isKnown(String optimizer) {
    return Optimizers.REGISTRY.names().contains(optimizer);
  }

  /** Returns the values that hold under a noise. */
  public SortedMap<String, Object> under(NoiseSpec noise) {
    var values = new TreeMap<String, Object>();
    settings.forEach((key, value) -> values.put(key, value.value(noise).orElseThrow()));
    return values;
  }
}
