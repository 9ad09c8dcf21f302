package org.noisemark.reports.publish;

import java.util.Comparator;
import java.util.Optional;

/**
 * A version of published results, after Data Package: another column is a new major version,
 * another row a minor one, a corrected value a patch.
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  static final Version FIRST = new Version(1, 0, 0);

  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** How much a version differs from the one before, ascending. */
  enum Step {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    Step atLeast(Step other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  /** Empty if the text is no version: that may be the name of any folder. */
  static Optional<Version> parse(String text) {
    if (!text.matches("(0|[1-9]\\d{0,6})\\.(0|[1-9]\\d{0,6})\\.(0|[1-9]\\d{0,6})")) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.");
    return Optional.of(
        new Version(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
  }

  Version next(Step step) {
    return switch (step) {
      case NONE -> this;
      case PATCH -> new Version(major, minor, patch + 1);
      case MINOR -> new Version(major, minor + 1, 0);
      case MAJOR -> new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
