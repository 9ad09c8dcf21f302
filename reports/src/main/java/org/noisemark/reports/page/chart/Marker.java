package org.noisemark.reports.page.chart;

import static org.noisemark.reports.page.html.Coordinate.text;

import java.util.Locale;

/** Shapes that are told apart without colour. */
enum Marker {
  CIRCLE {
    @Override
    String path(double x, double y, double r) {
      String arc = String.format(Locale.ROOT, "a%s,%s 0 1,0 ", text(r), text(r));
      return String.format(Locale.ROOT, "M%s,%s", text(x - r), text(y))
          + arc
          + text(2 * r)
          + ",0"
          + arc
          + text(-2 * r)
          + ",0z";
    }
  },
  SQUARE {
    @Override
    String path(double x, double y, double r) {
      double h = 0.9 * r;
      return polygon(x - h, y - h, x + h, y - h, x + h, y + h, x - h, y + h);
    }
  },
  TRIANGLE {
    @Override
    String path(double x, double y, double r) {
      return polygon(x, y - 1.2 * r, x + 1.15 * r, y + 0.85 * r, x - 1.15 * r, y + 0.85 * r);
    }
  },
  DIAMOND {
    @Override
    String path(double x, double y, double r) {
      double h = 1.3 * r;
      return polygon(x, y - h, x + h, y, x, y + h, x - h, y);
    }
  },
  DOWN {
    @Override
    String path(double x, double y, double r) {
      return polygon(x, y + 1.2 * r, x + 1.15 * r, y - 0.85 * r, x - 1.15 * r, y - 0.85 * r);
    }
  },
  CROSS {
    @Override
    String path(double x, double y, double r) {
      double a = 1.25 * r;
      double b = 0.42 * r;
      return polygon(
          x - a, y - b, x - b, y - b, x - b, y - a, x + b, y - a, x + b, y - b, x + a, y - b, x + a,
          y + b, x + b, y + b, x + b, y + a, x - b, y + a, x - b, y + b, x - a, y + b);
    }
  };

  /**
   * The outline around a centre.
   *
   * @param r about the radius
   */
  abstract String path(double x, double y, double r);

  private static String polygon(double... xy) {
    var path = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L').append(text(xy[i])).append(',').append(text(xy[i + 1]));
    }
    return path.append('z').toString();
  }
}
