package org.noisemark.suite.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.plugin.Definition;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;
import org.noisemark.suite.yaml.Section;

/** Reads the hyper-parameters that stand beside a name. */
final class HyperparameterReader {
  private HyperparameterReader() {}

  /**
   * Returns all hyper-parameters of a definition: those that are written, and the defaults.
   *
   * @param others keys that may stand beside them
   */
  static SortedMap<String, Object> values(
      Section entry, Definition definition, Collection<String> others) {
    return Values.of(definition, given(entry, definition, others)).byName();
  }

  /** Returns those that are written. */
  static SortedMap<String, Object> given(
      Section entry, Definition definition, Collection<String> others) {
    List<String> own = definition.hyperparameters().stream().map(Hyperparameter::name).toList();
    var known = new ArrayList<>(others);
    known.addAll(own);
    entry.expect(known);
    var given = new TreeMap<String, Object>();
    for (var hyperparameter : definition.hyperparameters()) {
      String name = hyperparameter.name();
      if (entry.has(name)) {
        var yaml = entry.value(name);
        Object value = entry.any(yaml);
        given.put(name, entry.checked(yaml, () -> hyperparameter.check(value)));
      }
    }
    return given;
  }
}
