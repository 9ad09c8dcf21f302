package org.noisemark.suite;

import java.io.IOException;
import java.util.Map;

/** Suites by name of a preset or path of a file. */
public final class Suites {
  private Suites() {}

  /** Returns each preset's name and a line about it. */
  public static Map<String, String> presets() {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Reads a preset, or else a YAML file.
   *
   * @throws IllegalArgumentException if the suite is wrong; one line with file, key and line
   * @throws IOException if there is no such preset or file, or it cannot be read
   */
  public static Suite load(String presetOrFile) throws IOException {
    throw new UnsupportedOperationException("follows");
  }
}
