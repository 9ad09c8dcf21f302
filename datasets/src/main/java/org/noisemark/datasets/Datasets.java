package org.noisemark.datasets;

import org.noisemark.plugin.Registry;

/** The data sets by name. */
public final class Datasets {
  /** All that ship, and those of the plug-ins. */
  public static final Registry<DatasetDefinition> REGISTRY =
      Registry.ofDefinitions(DatasetDefinition.class, "data set");

  private Datasets() {}

  /**
   * Returns the data set of that name, not loaded yet.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that are there
   */
  public static DatasetDefinition named(String name) {
    return REGISTRY.named(name);
  }
}
