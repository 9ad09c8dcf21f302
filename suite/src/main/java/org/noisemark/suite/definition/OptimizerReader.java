package org.noisemark.suite.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.Cell.Training;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;

/** Reads the optimizers of a suite, with what each of them has for itself. */
final class OptimizerReader {
  private static final String TRAINER = "trainer";

  private final Section suite;
  private final List<NoiseSpec> noises;
  private final Training training;
  private final TrainerReader trainers;

  OptimizerReader(Section suite, List<NoiseSpec> noises, Training training) {
    this.suite = suite;
    this.trainers = new TrainerReader(suite);
    this.noises = noises;
    this.training = training;
  }

  /** An optimizer may stand there again with other settings: SGD with epochs of its own, say. */
  List<OptimizerSetting> optimizers() {
    var optimizers = new ArrayList<OptimizerSetting>();
    for (var entry : suite.get("optimizers", suite::sections)) {
      var optimizer = optimizer(entry);
      if (optimizers.contains(optimizer)) {
        throw entry.wrong("'" + optimizer.name() + "' is there twice with the same settings");
      }
      optimizers.add(optimizer);
    }
    return optimizers;
  }

  private OptimizerSetting optimizer(Section entry) {
    String name = name(entry);
    var settings = new TreeMap<String, ByNoise>();
    settings(entry, name).forEach((key, yaml) -> settings.put(key, setting(entry, name, key)));
    return new OptimizerSetting(name, trainers.of(entry), settings);
  }

  String name(Section entry) {
    return entry.get(
        "name",
        yaml ->
            entry.has(TRAINER)
                ? TrainerReader.name(entry, yaml)
                : entry.name(yaml, Optimizers.REGISTRY.names()));
  }

  /**
   * Returns what stands beside the name; every key is one that the optimizer has, if it is one of
   * this program's.
   */
  Map<String, Yaml> settings(Section entry, String optimizer) {
    if (OptimizerSetting.isKnown(optimizer)) {
      var known = new ArrayList<String>(List.of("name", TRAINER));
      known.addAll(Optimizers.hyperparameters(optimizer, Map.of()).keySet());
      known.addAll(TrainingSettings.BY_OPTIMIZER);
      entry.expect(known);
    }
    var settings = new TreeMap<>(entry.entries());
    settings.remove("name");
    settings.remove(TRAINER);
    return settings;
  }

  /** One value, or one by noise. */
  private ByNoise setting(Section entry, String optimizer, String key) {
    var yaml = entry.value(key);
    if (!(yaml instanceof Yaml.Mapping)) {
      return ByNoise.always(value(entry, optimizer, key, yaml));
    }
    var otherwise = Optional.<Object>empty();
    var values = new LinkedHashMap<String, Object>();
    for (var each : entry.section(yaml).expect(noiseKeys()).entries().entrySet()) {
      Object read = value(entry, optimizer, key, each.getValue());
      if (each.getKey().equals(ByNoise.DEFAULT)) {
        otherwise = Optional.of(read);
      } else {
        values.put(each.getKey(), read);
      }
    }
    var setting = new ByNoise(otherwise, values);
    for (var noise : noises) {
      if (setting.value(noise).isEmpty()) {
        throw entry.wrong(
            yaml,
            "nothing is said for "
                + ByNoise.label(noise)
                + ", add it or '"
                + ByNoise.DEFAULT
                + "'");
      }
    }
    return setting;
  }

  /** Returns the value of a hyper-parameter in its range. */
  Object value(Section entry, String optimizer, String key, Yaml yaml) {
    if (yaml instanceof Yaml.Sequence) {
      throw entry.wrong(yaml, "expected one value; values to choose from belong under 'tuning'");
    }
    Object value = entry.any(yaml);
    if (TrainingSettings.BY_OPTIMIZER.contains(key)) {
      return entry.checked(
          yaml, () -> TrainingSettings.with(training, Map.of(key, value)).settings().get(key));
    }
    return OptimizerSetting.isKnown(optimizer)
        ? entry.checked(
            yaml, () -> Optimizers.hyperparameters(optimizer, Map.of(key, value)).get(key))
        : value;
  }

  private Set<String> noiseKeys() {
    var keys = new LinkedHashSet<String>(List.of(ByNoise.DEFAULT));
    noises.forEach(noise -> keys.add(ByNoise.label(noise)));
    noises.forEach(noise -> keys.add(noise.kind()));
    return keys;
  }
}
