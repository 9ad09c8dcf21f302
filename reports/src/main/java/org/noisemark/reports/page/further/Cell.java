package org.noisemark.reports.page.further;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * A cell of a further board.
 *
 * @param aside what stands behind the text, smaller
 * @param value by which a column of numbers is sorted; empty for a text, and for what was not
 *     measured
 * @param runs that it comes from; none where that is its row's
 */
record Cell(String text, String aside, OptionalDouble value, List<Run> runs) {
  private Cell(String text, String aside, OptionalDouble value) {
    this(text, aside, value, List.of());
  }

  Cell aside(String words) {
    return new Cell(text, words, value, runs);
  }

  Cell from(List<Run> others) {
    return new Cell(text, aside, value, others);
  }

  static Cell text(String text) {
    return new Cell(text, "", OptionalDouble.empty());
  }

  static Cell number(OptionalDouble value, int decimals) {
    return new Cell(Figures.fixed(value, decimals), "", value);
  }

  static Cell number(long value) {
    return number(OptionalDouble.of(value), 0);
  }

  /** A count that is told in other words. */
  static Cell number(long value, String text) {
    return new Cell(text, "", OptionalDouble.of(value));
  }

  /** A ratio in percent. */
  static Cell percent(OptionalDouble ratio) {
    return new Cell(Figures.percent(ratio), "", ratio);
  }

  /** A mean of ratios in percent, with its interval. */
  static Cell percent(Optional<Estimate> ratio) {
    return ratio
        .map(mean -> percent(mean.mean(), mean.interval()))
        .orElseGet(() -> percent(OptionalDouble.empty()));
  }

  static Cell percent(double ratio, Optional<Interval> interval) {
    return percent(OptionalDouble.of(ratio)).aside(Figures.bounds(interval));
  }

  /** A mean difference of ratios in percentage points, with its interval. */
  static Cell points(double difference, Optional<Interval> interval) {
    return new Cell(
        Figures.points(difference), Figures.signedBounds(interval), OptionalDouble.of(difference));
  }

  /** The difference of a method to the first reference, unless it is one itself. */
  static Cell versusReference(boolean compared, Optional<Difference> difference) {
    return !compared
        ? text("reference")
        : difference
            .map(
                found ->
                    points(found.estimate().mean(), found.estimate().interval()).from(found.runs()))
            .orElseGet(() -> percent(OptionalDouble.empty()));
  }
}
