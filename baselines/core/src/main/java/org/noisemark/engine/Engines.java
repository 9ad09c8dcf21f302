package org.noisemark.engine;

import java.util.List;
import org.noisemark.plugin.Registry;

/** The engines on the class path and in the plug-ins, by name. */
public final class Engines {
  /** All of them. */
  public static final Registry<Engine> REGISTRY =
      new Registry<>(Engine.class, "engine", Engine::name);

  private Engines() {}

  /** Returns the names of all engines, sorted. */
  public static List<String> names() {
    return REGISTRY.names().stream().sorted().toList();
  }

  /**
   * Returns the engine of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  public static Engine named(String name) {
    return REGISTRY.named(name);
  }
}
