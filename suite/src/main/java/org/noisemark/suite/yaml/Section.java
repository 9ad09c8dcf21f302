package org.noisemark.suite.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.noisemark.reports.records.Nearest;

/** A mapping of a suite file, read strictly: every complaint names the file, the line, the key. */
public final class Section {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

  private final String file;
  private final Yaml.Mapping mapping;

  private Section(String file, Yaml.Mapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /**
   * @throws IllegalArgumentException if it is no mapping
   */
  public static Section of(String file, Yaml yaml) {
    if (yaml instanceof Yaml.Mapping mapping) {
      return new Section(file, mapping);
    }
    throw wrong(file, yaml, "expected a mapping of keys to values");
  }

  /**
   * @throws IllegalArgumentException if there is a key that is not among the known ones
   */
  public Section expect(Collection<String> known) {
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

  public boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  public Map<String, Yaml> entries() {
    return mapping.entries();
  }

  /**
   * @throws IllegalArgumentException if the key is missing
   */
  public Yaml value(String key) {
    var value = mapping.entries().get(key);
    if (value == null) {
      throw wrong(mapping, "the key '" + key + "' is missing");
    }
    return value;
  }

  /** Returns the key's value, read; the key must be there. */
  public <T> T get(String key, Function<Yaml, T> read) {
    return read.apply(value(key));
  }

  /** Returns the key's value, read, or the default where the key is not there. */
  public <T> T get(String key, Function<Yaml, T> read, T otherwise) {
    return has(key) ? get(key, read) : otherwise;
  }

  public Section section(Yaml yaml) {
    return of(file, yaml);
  }

  /** Returns each item of a list of mappings. */
  public List<Section> sections(Yaml yaml) {
    return items(yaml).stream().map(this::section).toList();
  }

  public String text(Yaml yaml) {
    if (scalar(yaml) instanceof String text && !text.isBlank()) {
      if (CONTROL.matcher(text).find()) {
        throw wrong(yaml, "expected text without control characters");
      }
      return text;
    }
    throw wrong(yaml, "expected text, got " + shown(yaml));
  }

  public boolean flag(Yaml yaml) {
    if (scalar(yaml) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(yaml, "expected true or false, got " + shown(yaml));
  }

  public int whole(Yaml yaml) {
    if (scalar(yaml) instanceof Integer number) {
      return number;
    }
    throw wrong(yaml, "expected a whole number, got " + shown(yaml));
  }

  public long seed(Yaml yaml) {
    var value = scalar(yaml);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw wrong(yaml, "a seed is a whole number, got " + shown(yaml));
  }

  public double real(Yaml yaml) {
    if (scalar(yaml) instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(yaml, "expected a number, got " + shown(yaml));
  }

  /** Returns the scalar, whatever its type. */
  public Object any(Yaml yaml) {
    var value = scalar(yaml);
    if (value == yaml || value.equals("")) {
      throw wrong(yaml, "expected one value, got " + shown(yaml));
    }
    return value;
  }

  /** Returns text that is one of the known names. */
  public String name(Yaml yaml, Collection<String> known) {
    String name = text(yaml);
    if (!known.contains(name)) {
      throw wrong(
          yaml,
          "unknown name '"
              + name
              + "'"
              + Nearest.hint(name, known)
              + ", expected one of "
              + List.copyOf(known));
    }
    return name;
  }

  /** Returns the items of a list, none twice; a scalar is a list of one. */
  public <T> List<T> distinct(Yaml yaml, Function<Yaml, T> read) {
    var items = new ArrayList<T>();
    for (var item : yaml instanceof Yaml.Scalar ? List.of(yaml) : items(yaml)) {
      T value = read.apply(item);
      if (items.contains(value)) {
        throw wrong(item, "'" + value + "' is there twice");
      }
      items.add(value);
    }
    return items;
  }

  /**
   * Makes a checked value of this section, and lets a complaint, which begins with the name of what
   * is wrong, say where that stands.
   */
  public <T> T checked(Supplier<T> make) {
    try {
      return make.get();
    } catch (LocatedException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String first = e.getMessage().split(" ", 2)[0];
      throw wrong(mapping.entries().getOrDefault(first, mapping), e.getMessage());
    }
  }

  /** Makes a checked value of one place, and lets a complaint say where that is. */
  public <T> T checked(Yaml yaml, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw wrong(yaml, e.getMessage());
    }
  }

  public IllegalArgumentException wrong(String message) {
    return wrong(file, mapping, message);
  }

  public IllegalArgumentException wrong(Yaml yaml, String message) {
    return wrong(file, yaml, message);
  }

  private static Object scalar(Yaml yaml) {
    return yaml instanceof Yaml.Scalar scalar ? scalar.value() : yaml;
  }

  public List<Yaml> items(Yaml yaml) {
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

  private static LocatedException wrong(String file, Yaml yaml, String message) {
    String where = yaml.path().isEmpty() ? "" : yaml.path() + ": ";
    String line = (where + message).replaceAll("\\p{Cntrl}", " "); // a key may have a line feed
    return new LocatedException(file + ", line " + yaml.line() + ": " + line);
  }

  /** A complaint that already says where. */
  private static final class LocatedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private LocatedException(String message) {
      super(message);
    }
  }
}
