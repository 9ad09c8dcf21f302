package org.noisemark.reports.page.chart;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.noisemark.reports.page.html.Coordinate;
import org.noisemark.reports.page.html.Element;

/** The curves of one method over epochs, one of a row of panels with the same axes. */
public final class CurvePanel {
  private static final double WIDTH = 260;
  private static final double HEIGHT = 210;
  private static final double INSET = 8;

  private CurvePanel() {}

  /**
   * @param marked epoch at which a vertical line stands
   */
  public static Element of(
      Description description, Axis x, Axis y, List<Trace> traces, OptionalInt marked) {
    var frame = new Frame(description, WIDTH, HEIGHT, INSET, x, y);
    marked.ifPresent(
        epoch -> {
          double at = frame.x.at(epoch);
          frame.svg().add(Frame.line("onset", at, frame.top(), at, frame.bottom()));
          frame
              .svg()
              .add(
                  Element.of("path")
                      .style("flag")
                      .with(
                          "d",
                          String.format(
                              Locale.ROOT, "M%s,%sl-4,-6h8z", c(at), c(frame.top() + 1))));
        });
    for (Trace trace : traces) {
      List<double[]> pixels =
          trace.points().stream()
              .map(point -> new double[] {frame.x.at(point[0]), frame.y.at(point[1])})
              .toList();
      Element drawn = Element.of("g").style(trace.style());
      if (pixels.size() > 1) {
        drawn.add(Paths.through(pixels));
      }
      if (!pixels.isEmpty()) {
        double[] last = pixels.get(pixels.size() - 1);
        drawn.add(
            Element.of("circle")
                .style("mark")
                .with("cx", last[0])
                .with("cy", last[1])
                .with("r", 2.5));
      }
      frame.svg().add(drawn);
    }
    return frame.svg();
  }

  private static String c(double value) {
    return Coordinate.text(value);
  }
}
