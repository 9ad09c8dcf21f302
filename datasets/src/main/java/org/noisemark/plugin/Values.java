package org.noisemark.plugin;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value for each hyper-parameter of a definition, all in range. Immutable. */
public final class Values {
  private final SortedMap<String, Object> all;
  private final SortedMap<String, Object> recorded;

  private Values(Definition definition, SortedMap<String, Object> all) {
    this.all = all;
    var kept = new TreeMap<>(all);
    definition.hyperparameters().stream()
        .filter(each -> each.omits(all.get(each.name())))
        .forEach(each -> kept.remove(each.name()));
    this.recorded = Collections.unmodifiableSortedMap(kept);
  }

  /**
   * Returns the given values, checked, and the defaults of the rest.
   *
   * @throws IllegalArgumentException in one line, if a name is unknown or a value is of another
   *     type or out of range
   */
  public static Values of(Definition definition, Map<String, ?> given) {
    var values = new TreeMap<String, Object>();
    for (var each : definition.hyperparameters()) {
      values.put(
          each.name(),
          given.containsKey(each.name())
              ? each.check(given.get(each.name()))
              : each.defaultValue());
    }
    for (var name : given.keySet()) {
      if (!values.containsKey(name)) {
        List<String> known =
            definition.hyperparameters().stream().map(Hyperparameter::name).toList();
        throw new IllegalArgumentException(
            "unknown hyper-parameter '"
                + name
                + "' of "
                + definition.name()
                + (known.isEmpty() ? ", which has none" : ", expected one of " + known));
      }
    }
    return new Values(definition, values);
  }

  /**
   * Returns what is recorded, by name: all values but those that are {@link Hyperparameter#omits
   * omitted}.
   */
  public SortedMap<String, Object> byName() {
    return recorded;
  }

  public double real(String name) {
    return (Double) all.get(name);
  }

  public int whole(String name) {
    return (Integer) all.get(name);
  }

  public String text(String name) {
    return (String) all.get(name);
  }

  /** Returns the constant that a {@linkplain Hyperparameter#choice choice} names. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return Enum.valueOf(type, ((String) all.get(name)).toUpperCase(Locale.ROOT));
  }
}
