package org.noisemark.suite.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.Cell.Training;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;

/** Reads the optimizers of a suite, with what each of them has for itself. */
final class OptimizerReader {
  private final Section suite;
  private final boolean tuning;
  private final List<NoiseSpec> noises;
  private final Training training;

  OptimizerReader(Section suite, boolean tuning, List<NoiseSpec> noises, Training training) {
    this.suite = suite;
    this.tuning = tuning;
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
    String name = entry.get("name", yaml -> entry.name(yaml, Optimizers.summaries().keySet()));
    var known = new ArrayList<String>(List.of("name"));
    known.addAll(Optimizers.hyperparameters(name, Map.of()).keySet());
    known.addAll(TrainingSettings.BY_OPTIMIZER);
    entry.expect(known);
    var settings = new TreeMap<String, ByNoise>();
    for (var key : entry.entries().keySet()) {
      if (!key.equals("name")) {
        settings.put(key, setting(entry, name, key));
      }
    }
    return new OptimizerSetting(name, settings);
  }

  /** One value, a list of values where the suite is for tuning, or either by noise. */
  private ByNoise setting(Section entry, String optimizer, String key) {
    var yaml = entry.value(key);
    if (!(yaml instanceof Yaml.Mapping)) {
      return new ByNoise(values(entry, optimizer, key, yaml), Map.of());
    }
    var byNoise = entry.section(yaml).expect(noiseKeys());
    var defaults = List.<Object>of();
    var values = new LinkedHashMap<String, List<Object>>();
    for (var each : byNoise.entries().entrySet()) {
      var read = values(entry, optimizer, key, each.getValue());
      if (each.getKey().equals(ByNoise.DEFAULT)) {
        defaults = read;
      } else {
        values.put(each.getKey(), read);
      }
    }
    var setting = new ByNoise(defaults, values);
    for (var noise : noises) {
      if (setting.values(noise).isEmpty()) {
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

  private List<Object> values(Section entry, String optimizer, String key, Yaml yaml) {
    if (yaml instanceof Yaml.Sequence && !tuning) {
      throw entry.wrong(yaml, "a list of values needs 'tuning: true' in the suite");
    }
    return entry.distinct(yaml, item -> value(entry, optimizer, key, item));
  }

  private Object value(Section entry, String optimizer, String key, Yaml yaml) {
    Object value = entry.any(yaml);
    return entry.checked(
        yaml,
        () ->
            TrainingSettings.BY_OPTIMIZER.contains(key)
                ? TrainingSettings.with(training, Map.of(key, value)).settings().get(key)
                : Optimizers.hyperparameters(optimizer, Map.of(key, value)).get(key));
  }

  private Set<String> noiseKeys() {
    var keys = new LinkedHashSet<String>(List.of(ByNoise.DEFAULT));
    noises.forEach(noise -> keys.add(ByNoise.label(noise)));
    noises.forEach(noise -> keys.add(noise.kind()));
    return keys;
  }
}
