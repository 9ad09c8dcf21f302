package org.noisemark.reports.page.chart;

import java.util.List;
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
    var frame = new Frame(description, WIDTH, HEIGHT, INSET, x, y);
    double step = Math.min(6, 2 * INSET * 0.8 / Math.max(1, series.size()));
    for (int i = 0; i < series.size(); i++) {
      double aside = (i - (series.size() - 1) / 2.0) * step;
      frame.svg().add(line(frame, series.get(i), aside));
    }
    return frame.svg();
  }

  private static Element line(Frame frame, Series series, double aside) {
    List<double[]> pixels =
        series.points().stream()
            .map(point -> new double[] {frame.x.at(point.x()) + aside, frame.y.at(point.y())})
            .toList();
    Element drawn = Element.of("g").style(series.look().colour());
    if (pixels.size() > 1) {
      drawn.add(series.look().dashed(Paths.through(pixels)));
    }
    series.points().forEach(point -> drawn.add(point.draw(frame, series.look(), aside)));
    return drawn;
  }
}
