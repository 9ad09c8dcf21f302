package org.noisemark.reports.page.chart;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.noisemark.reports.statistics.Interval;

/** How far an axis must reach. */
public final class Extent {
  private Extent() {}

  /** Ticks that hold all points with their intervals. */
  public static Ticks of(Stream<Point> points) {
    var ends =
        points
            .flatMapToDouble(
                point ->
                    point
                        .interval()
                        .map(bounds -> DoubleStream.of(bounds.low(), bounds.high(), point.y()))
                        .orElseGet(() -> DoubleStream.of(point.y())))
            .summaryStatistics();
    return Ticks.enclosing(ends.getMin(), ends.getMax(), 5);
  }

  /** An interval of ratios in percent, cut to what can be. */
  public static Interval clipped(Interval ratios, Interval possible) {
    return new Interval(
        Math.max(possible.low(), Math.min(possible.high(), 100 * ratios.low())),
        Math.min(possible.high(), Math.max(possible.low(), 100 * ratios.high())));
  }
}
