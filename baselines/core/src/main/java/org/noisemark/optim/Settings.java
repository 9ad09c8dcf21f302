package org.noisemark.optim;

/** Checks of settings; every message says what was got and what is allowed. */
final class Settings {
  private Settings() {}

  static void atLeastZero(String name, double value) {
    require(
        value >= 0 && Double.isFinite(value),
        name + " must be finite and at least 0, got " + value);
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
