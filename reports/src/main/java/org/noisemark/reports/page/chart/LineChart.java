package org.noisemark.reports.page.chart;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;

/**
 * A line a method with intervals; methods are moved a little aside, so that whiskers do not hide.
 */
public final class LineChart {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 300;
  private static final double INSET = 22;

  private LineChart() {}

  public static Element of(Description description, Axis x, Axis y, List<Series> series) {
    return of(description, x, y, series, point -> false);
  }

  /**
   * @param ringed points that a ring is drawn around
   */
  public static Element of(
      Description description, Axis x, Axis y, List<Series> series, Predicate<Point> ringed) {
    var frame = new Frame(description, WIDTH, HEIGHT, INSET, x, y);
    double room = Math.min(2 * INSET * 0.8, 0.6 * gap(frame, series));
    double step = Math.min(6, room / Math.max(1, series.size()));
    for (int i = 0; i < series.size(); i++) {
      double aside = (i - (series.size() - 1) / 2.0) * step;
      frame.svg().add(line(frame, series.get(i), aside, ringed));
    }
    return frame.svg();
  }

  /** The least way from one x to the next, in pixels, so that none is moved near another's. */
  private static double gap(Frame frame, List<Series> series) {
    double[] x =
        series.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(point -> frame.x.at(point.x()))
            .sorted()
            .distinct()
            .toArray();
    return IntStream.range(1, x.length).mapToDouble(i -> x[i] - x[i - 1]).min().orElse(WIDTH);
  }

  private static Element line(Frame frame, Series series, double aside, Predicate<Point> ringed) {
    List<double[]> pixels =
        series.points().stream()
            .map(point -> new double[] {frame.x.at(point.x()) + aside, frame.y.at(point.y())})
            .toList();
    Element drawn = Element.of("g").style(series.look().colour());
    if (pixels.size() > 1) {
      drawn.add(series.look().dashed(Paths.through(pixels)));
    }
    for (Point point : series.points()) {
      if (ringed.test(point)) {
        drawn.add(
            Element.of("circle")
                .style("ring")
                .with("cx", frame.x.at(point.x()) + aside)
                .with("cy", frame.y.at(point.y()))
                .with("r", 8.5));
      }
      drawn.add(point.draw(frame, series.look(), aside));
    }
    return drawn;
  }
}
