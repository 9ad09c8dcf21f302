package org.noisemark.engine;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The engines on the class path, by name. */
public final class Engines {
  private static final TreeMap<String, Engine> ALL = load();

  private Engines() {}

  /** Returns the names of all engines on the class path, sorted. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * Returns the engine of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  public static Engine named(String name) {
    var engine = ALL.get(name);
    if (engine == null) {
      throw new IllegalArgumentException(
          "unknown engine '" + name + "', expected one of " + ALL.keySet());
    }
    return engine;
  }

  private static TreeMap<String, Engine> load() {
    var engines = new TreeMap<String, Engine>();
    for (var engine : ServiceLoader.load(Engine.class)) {
      engines.put(engine.name(), engine);
    }
    return engines;
  }
}
