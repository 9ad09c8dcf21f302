package org.noisemark.reports.records;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * A noise at a rate; "clean" sorts first.
 *
 * @param noise "symmetric-exclusive@1", or "clean"
 * @param rate nominal, 0–1
 */
public record NoiseLevel(String noise, double rate) implements Comparable<NoiseLevel> {
  private static final Comparator<NoiseLevel> ORDER =
      comparing((NoiseLevel level) -> !level.clean())
          .thenComparing(NoiseLevel::noise)
          .thenComparingDouble(NoiseLevel::rate);

  public static NoiseLevel of(Cell cell) {
    return new NoiseLevel(cell.noise().name(), cell.noise().rate());
  }

  public boolean clean() {
    return noise.equals("clean");
  }

  /** For people: "clean", "symmetric-exclusive 0.4". */
  public String label() {
    return clean() ? noise : noise.replaceFirst("@[0-9]+", "") + " " + Numbers.text(rate);
  }

  /** With its version, for files: "clean", "symmetric-exclusive@1 0.4". */
  public String key() {
    return clean() ? noise : noise + " " + Numbers.text(rate);
  }

  @Override
  public int compareTo(NoiseLevel other) {
    return ORDER.compare(this, other);
  }
}
