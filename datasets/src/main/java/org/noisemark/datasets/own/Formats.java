package org.noisemark.datasets.own;

import org.noisemark.plugin.Registry;

/** The formats of a user's own data by name. */
public final class Formats {
  /** All that ship, and those of the plug-ins. */
  public static final Registry<DataFormat> REGISTRY =
      Registry.ofDefinitions(DataFormat.class, "data format");

  private Formats() {}
}
