package org.noisemark.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/**
 * What there is of one kind, by name: what ships first, then what the {@link Plugins} add, found by
 * {@link ServiceLoader}. Thread-safe.
 *
 * @param <S> the kind
 */
public final class Registry<S> {
  private final Class<S> type;
  private final String noun;
  private final Function<S, String> name;
  private Map<String, S> found;
  private ClassLoader foundWith;

  /**
   * @param noun for messages, "optimizer"
   * @param name of one
   */
  public Registry(Class<S> type, String noun, Function<S, String> name) {
    this.type = type;
    this.noun = noun;
    this.name = name;
  }

  /** Returns a registry of definitions. */
  public static <D extends Definition> Registry<D> ofDefinitions(Class<D> type, String noun) {
    return new Registry<>(type, noun, Definition::name);
  }

  /**
   * Returns all, by name.
   *
   * @throws IllegalArgumentException in one line, if two have one name or a plug-in is broken
   */
  public synchronized Map<String, S> all() {
    var loader = Plugins.loader();
    if (loader != foundWith) {
      found = find(loader);
      foundWith = loader;
    }
    return found;
  }

  public Set<String> names() {
    return all().keySet();
  }

  /**
   * Returns the one of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  public S named(String wanted) {
    var one = all().get(wanted);
    if (one == null) {
      throw new IllegalArgumentException(
          "unknown " + noun + " '" + wanted + "', expected one of " + names());
    }
    return one;
  }

  /** Returns where the one of that name comes from: a plug-in's file, or "noisemark". */
  public String origin(String wanted) {
    return Plugins.origin(named(wanted));
  }

  private Map<String, S> find(ClassLoader loader) {
    var all = new LinkedHashMap<String, S>();
    try {
      for (var one : ServiceLoader.load(type, loader)) {
        var taken = all.putIfAbsent(name.apply(one), one);
        if (taken != null) {
          throw new IllegalArgumentException(
              "there are two "
                  + noun
                  + "s '"
                  + name.apply(one)
                  + "', of "
                  + Plugins.origin(taken)
                  + " and of "
                  + Plugins.origin(one)
                  + "; give one another name");
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new IllegalArgumentException(
          "a plug-in's " + noun + " cannot be made: " + e.getMessage(), e);
    }
    return all;
  }
}
