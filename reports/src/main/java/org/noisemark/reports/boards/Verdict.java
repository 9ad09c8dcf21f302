package org.noisemark.reports.boards;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * What the interval of the difference to the best method, paired by seed, says of a method.
 *
 * @param seedsNeeded for another verdict, if mean and spread of the differences stay as they are;
 *     empty unless it is inconclusive
 */
public record Verdict(Kind kind, OptionalInt seedsNeeded) {
  /** How much less than the best still counts as as good, as a ratio: one percentage point. */
  public static final double MARGIN = 0.01;

  private static final int MOST_SEEDS = 100_000;

  /** The verdicts. */
  public enum Kind {
    /** The method with the highest mean. */
    BEST,
    /** The interval excludes a loss as large as the margin. */
    TIED,
    /** The interval lies below 0, and reaches the margin. */
    WORSE,
    /** So few seeds cannot tell. */
    INCONCLUSIVE;

    /** As it stands in files: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of the best method. */
  static Verdict best() {
    return new Verdict(Kind.BEST, OptionalInt.empty());
  }

  /** Returns the verdict on a method; empty without an interval. */
  static Optional<Verdict> of(Estimate versusBest) {
    return versusBest.interval().map(interval -> of(versusBest, interval));
  }

  private static Verdict of(Estimate versusBest, Interval interval) {
    if (interval.low() > -MARGIN) {
      return new Verdict(Kind.TIED, OptionalInt.empty());
    }
    if (interval.high() < 0) {
      return new Verdict(Kind.WORSE, OptionalInt.empty());
    }
    double half = Math.max(versusBest.mean() + MARGIN, -versusBest.mean());
    return new Verdict(
        Kind.INCONCLUSIVE, Estimate.seedsFor(half, versusBest.sd().orElseThrow(), MOST_SEEDS));
  }

  public boolean is(Kind other) {
    return kind == other;
  }
}
