package org.noisemark.reports.study;

import java.util.Comparator;
import java.util.Locale;

/**
 * One number of a study.
 *
 * @param setting what was held fixed: labels, network; or the function that was descended
 * @param series the method, with what tells it from others at one x
 * @param x what was varied, in the unit of the study's axis; 0 where nothing was
 * @param quantity what was measured
 * @param seed of the training or of the repeat; numbers of one seed are paired
 * @param value finite
 * @param runId of the run that it is from; empty for what no run record holds
 */
public record Measurement(
    String setting, String series, double x, String quantity, long seed, double value, String runId)
    implements Comparable<Measurement> {
  private static final Comparator<Measurement> ORDER =
      Comparator.comparing(Measurement::quantity)
          .thenComparing(Measurement::setting)
          .thenComparing(Measurement::series)
          .thenComparingDouble(Measurement::x)
          .thenComparingLong(Measurement::seed);

  /**
   * @throws IllegalArgumentException if the value or x is not finite
   */
  public Measurement {
    if (!Double.isFinite(value) || !Double.isFinite(x)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s of %s, %s at %s is %s", quantity, series, setting, x, value));
    }
  }

  /** Of no run. */
  public Measurement(
      String setting, String series, double x, String quantity, long seed, double value) {
    this(setting, series, x, quantity, seed, value, "");
  }

  @Override
  public int compareTo(Measurement other) {
    return ORDER.compare(this, other);
  }
}
