package org.noisemark.reports.page.chart;

import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.page.html.Coordinate;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.statistics.Interval;

/**
 * A measured point.
 *
 * @param interval of y
 * @param text what a pointer held over it is told
 * @param runs where the runs behind it stand, see the page's script; empty where it opens none
 */
public record Point(double x, double y, Optional<Interval> interval, String text, String runs) {

  /** Whisker and marker, moved sideways by some pixels. */
  Element draw(Frame frame, Look look, double aside) {
    double atX = frame.x.at(x) + aside;
    Element drawn = Element.of("g").style("point");
    if (!runs.isEmpty()) {
      drawn.with("data-runs", runs);
    }
    drawn.add(Element.of("title", text));
    interval.ifPresent(bounds -> drawn.add(whisker(frame, bounds, atX)));
    return drawn.add(look.mark(atX, frame.y.at(y), 4.5));
  }

  private static Element whisker(Frame frame, Interval interval, double x) {
    String top = Coordinate.text(frame.y.at(interval.high()));
    String bottom = Coordinate.text(frame.y.at(interval.low()));
    String left = Coordinate.text(x - 3);
    return Element.of("path")
        .style("whisker")
        .with(
            "d",
            String.format(
                Locale.ROOT,
                "M%s,%sh6M%s,%sh6M%s,%sV%s",
                left,
                top,
                left,
                bottom,
                Coordinate.text(x),
                top,
                bottom));
  }
}
