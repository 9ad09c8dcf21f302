package org.noisemark.reports.page.chart;

import static org.noisemark.reports.page.html.Coordinate.text;

import java.util.List;
import org.noisemark.reports.page.html.Element;

/** Lines through points. */
final class Paths {
  private Paths() {}

  /**
   * @param points pixels, x and y each
   */
  static Element through(List<double[]> points) {
    var path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(text(point[0]))
          .append(',')
          .append(text(point[1]));
    }
    return Element.of("path").style("line").with("d", path.toString());
  }
}
