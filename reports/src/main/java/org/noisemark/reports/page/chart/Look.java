package org.noisemark.reports.page.chart;

import org.noisemark.reports.page.html.Element;

/**
 * How one method looks in every chart and table: a colour of the style sheet, a marker and a dash,
 * so that it is known by any one of them.
 *
 * @param slot from 0; colours, markers and dashes return after {@value #COLOURS}, 6 and 5, so that
 *     120 slots look different
 */
public record Look(int slot) {
  static final int COLOURS = 8;
  private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "4 2"};

  /** Class in the style sheet that sets the colour. */
  public String colour() {
    return "s" + slot % COLOURS;
  }

  Marker marker() {
    return Marker.values()[slot % Marker.values().length];
  }

  Element dashed(Element line) {
    String dash = DASHES[slot % DASHES.length];
    return dash.isEmpty() ? line : line.with("stroke-dasharray", dash);
  }

  /** The marker around a point. */
  Element mark(double x, double y, double r) {
    return Element.of("path").style("mark").with("d", marker().path(x, y, r));
  }

  /** A piece of line with its marker, for a legend or beside a name. */
  public Element swatch() {
    return Element.of("svg")
        .style("swatch " + colour())
        .with("viewBox", "0 0 26 12")
        .with("aria-hidden", "true")
        .add(dashed(Element.of("path").style("line").with("d", "M0,6H26")))
        .add(mark(13, 6, 4));
  }
}
