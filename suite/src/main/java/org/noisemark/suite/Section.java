package org.noisemark.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A mapping of a suite file, read strictly: every complaint names the file, the line, the key. */
final class Section {
  private final String file;
  private final Yaml.Mapping mapping;

  private Section(String file, Yaml.Mapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /**
   * @throws IllegalArgumentException if it is no mapping
   */
  static Section of(String file, Yaml yaml) {
    if (yaml instanceof Yaml.Mapping mapping) {
      return new Section(file, mapping);
    }
    throw wrong(file, yaml, "expected a mapping of keys to values");
  }

  /**
   * @throws IllegalArgumentException if there is a key that is not among the known ones
   */
  Section expect(Collection<String> known) {
    for (var entry : mapping.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw wrong(
            entry.getValue(),
            "unknown key"
                + Nearest.hint(entry.getKey(), known)
                + ", expected one of "
                + List.copyOf(known));
      }
    }
    return this;
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  Map<String, Yaml> entries() {
    return mapping.entries();
  }

  /**
   * @throws IllegalArgumentException if the key is missing
   */
  Yaml value(String key) {
    var value = mapping.entries().get(key);
    if (value == null) {
      String where = mapping.path().isEmpty() ? "" : mapping.path() + ": ";
      throw new IllegalArgumentException(
          file + ", line " + mapping.line() + ": " + where + "the key '" + key + "' is missing");
    }
    return value;
  }

  Section section(String key) {
    return of(file, value(key));
  }

  /** Returns each item of a list of mappings. */
  List<Section> sections(String key) {
    return items(value(key)).stream().map(item -> of(file, item)).toList();
  }

  String text(String key) {
    return text(value(key));
  }

  String text(Yaml yaml) {
    if (scalar(yaml) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(yaml, "expected text, got " + shown(yaml));
  }

  boolean flag(String key) {
    var yaml = value(key);
    if (scalar(yaml) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(yaml, "expected true or false, got " + shown(yaml));
  }

  int whole(String key, int least) {
    var yaml = value(key);
    if (scalar(yaml) instanceof Integer number && number >= least) {
      return number;
    }
    throw wrong(yaml, "expected a whole number of at least " + least + ", got " + shown(yaml));
  }

  long seed(Yaml yaml) {
    var value = scalar(yaml);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw wrong(yaml, "a seed is a whole number, got " + shown(yaml));
  }

  double real(String key) {
    return real(value(key));
  }

  double real(Yaml yaml) {
    if (scalar(yaml) instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(yaml, "expected a number, got " + shown(yaml));
  }

  /** Returns the items of a list without its like twice; a scalar is a list of one. */
  <T> List<T> distinct(Yaml yaml, Function<Yaml, T> read) {
    var items = new ArrayList<T>();
    var seen = new HashSet<T>();
    for (var item : yaml instanceof Yaml.Scalar ? List.of(yaml) : items(yaml)) {
      T value = read.apply(item);
      if (!seen.add(value)) {
        throw wrong(item, "'" + value + "' is there twice");
      }
      items.add(value);
    }
    return items;
  }

  /** Runs a check of another package and lets its complaint say where the value stands. */
  <T> T checked(Yaml yaml, Function<Yaml, T> check) {
    try {
      return check.apply(yaml);
    } catch (IllegalArgumentException e) {
      throw wrong(yaml, e.getMessage());
    }
  }

  Object scalar(Yaml yaml) {
    return yaml instanceof Yaml.Scalar scalar ? scalar.value() : yaml;
  }

  IllegalArgumentException wrong(String message) {
    return wrong(file, mapping, message);
  }

  IllegalArgumentException wrong(Yaml yaml, String message) {
    return wrong(file, yaml, message);
  }

  private List<Yaml> items(Yaml yaml) {
    if (yaml instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items();
    }
    throw wrong(yaml, "expected a list with something in it, got " + shown(yaml));
  }

  private static String shown(Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar) {
      return scalar.value().equals("") ? "nothing" : "'" + scalar.value() + "'";
    }
    return yaml instanceof Yaml.Mapping ? "a mapping" : "a list";
  }

  private static IllegalArgumentException wrong(String file, Yaml yaml, String message) {
    String where = yaml.path().isEmpty() ? "" : yaml.path() + ": ";
    return new IllegalArgumentException(file + ", line " + yaml.line() + ": " + where + message);
  }
}
