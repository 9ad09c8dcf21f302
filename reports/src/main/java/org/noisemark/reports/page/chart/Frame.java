package org.noisemark.reports.page.chart;

import java.math.BigDecimal;
import java.util.Locale;
import org.noisemark.reports.page.html.Element;

/**
 * A plotting area with its axes. The label of y stands above it, that of x below; grid lines run
 * across.
 */
final class Frame {
  private static final double LEFT = 44;
  private static final double RIGHT = 8;
  private static final double TOP = 26;
  private static final double BOTTOM = 38;

  /** Room between the ends of x and the border, so that no mark is cut. */
  private final double inset;

  private final double width;
  private final double height;
  final Scale x;
  final Scale y;
  private final Element svg;

  /**
   * @param width in pixels, likewise height and inset
   */
  Frame(
      Description description, double width, double height, double inset, Axis xAxis, Axis yAxis) {
    this.inset = inset;
    this.width = width;
    this.height = height;
    x = xAxis.scale(LEFT + inset, width - RIGHT - inset);
    y = yAxis.scale(height - BOTTOM, TOP);
    svg = described(description);
    horizontal(xAxis);
    vertical(yAxis);
  }

  Element svg() {
    return svg;
  }

  double left() {
    return LEFT;
  }

  double right() {
    return width - RIGHT;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return height - BOTTOM;
  }

  private Element described(Description description) {
    String title = description.id() + "-title";
    String text = description.id() + "-text";
    return Element.of("svg")
        .style("chart")
        .with("viewBox", String.format(Locale.ROOT, "0 0 %d %d", (int) width, (int) height))
        .with("role", "img")
        .with("aria-labelledby", title)
        .with("aria-describedby", text)
        .add(Element.of("title", description.title()).with("id", title))
        .add(Element.of("desc", description.text()).with("id", text));
  }

  private void horizontal(Axis axis) {
    for (BigDecimal tick : axis.ticks().values()) {
      double at = x.at(tick.doubleValue());
      svg.add(line("tick", at, bottom(), at, bottom() + 4));
      svg.add(label("middle", at, bottom() + 17, axis.text().apply(tick)));
    }
    svg.add(label("end", right(), height - 3, axis.label()));
    svg.add(line("axis", LEFT, bottom(), right(), bottom()));
  }

  private void vertical(Axis axis) {
    for (BigDecimal tick : axis.ticks().values()) {
      double at = y.at(tick.doubleValue());
      boolean onAxis = tick.doubleValue() == axis.ticks().low();
      if (!onAxis) {
        svg.add(line("grid", LEFT, at, right(), at));
      }
      svg.add(label("end", LEFT - 7, at + 4, axis.text().apply(tick)));
    }
    svg.add(label("start", 2, 11, axis.label()));
  }

  static Element line(String style, double x1, double y1, double x2, double y2) {
    return Element.of("line")
        .style(style)
        .with("x1", x1)
        .with("y1", y1)
        .with("x2", x2)
        .with("y2", y2);
  }

  static Element label(String anchor, double x, double y, String text) {
    return Element.of("text", text).with("text-anchor", anchor).with("x", x).with("y", y);
  }
}
