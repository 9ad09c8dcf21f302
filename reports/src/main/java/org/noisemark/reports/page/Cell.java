package org.noisemark.reports.page;

import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * A cell of a listing.
 *
 * @param aside what stands behind the text, smaller
 * @param value by which a column of numbers is sorted; empty for a text, and for what was not
 *     measured
 * @param runs that it comes from; empty where that is its row's
 */
public record Cell(
    String text, String aside, OptionalDouble value, Optional<PageContent.Runs> runs) {
  public Cell(String text, String aside, OptionalDouble value) {
    this(text, aside, value, Optional.empty());
  }

  /** The same with the runs that it comes from. */
  public Cell from(PageContent.Runs runs) {
    return new Cell(text, aside, value, Optional.of(runs));
  }

  public static Cell text(String text) {
    return new Cell(text, "", OptionalDouble.empty());
  }

  public static Cell number(OptionalDouble value, int decimals) {
    return new Cell(Figures.fixed(value, decimals), "", value);
  }

  public static Cell number(long value) {
    return number(OptionalDouble.of(value), 0);
  }

  /** A ratio in percent. */
  public static Cell percent(OptionalDouble ratio) {
    return new Cell(Figures.percent(ratio), "", ratio);
  }

  /** A mean of ratios in percent, with its interval. */
  public static Cell percent(Optional<Estimate> ratio) {
    return ratio
        .map(mean -> percent(mean.mean(), mean.interval()))
        .orElseGet(() -> percent(OptionalDouble.empty()));
  }

  public static Cell percent(double ratio, Optional<Interval> interval) {
    return new Cell(Figures.percent(ratio), Figures.bounds(interval), OptionalDouble.of(ratio));
  }

  /** A mean difference of ratios in percentage points, with its interval. */
  public static Cell points(double difference, Optional<Interval> interval) {
    return new Cell(
        Figures.points(difference), Figures.signedBounds(interval), OptionalDouble.of(difference));
  }
}
