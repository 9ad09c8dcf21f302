package org.noisemark.reports.page.chart;

import static org.noisemark.reports.page.html.Coordinate.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;

/** A point a method, cost across and accuracy up, with the front as a staircase. */
public final class ParetoChart {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 300;
  private static final double INSET = 34;

  /** Points nearer than this, in pixels, are moved apart. */
  private static final double NEAR = 11;

  private ParetoChart() {}

  /**
   * @param onFront whether a point is on the front, point by point
   */
  public static Element of(
      Description description,
      Axis x,
      Axis y,
      List<Look> looks,
      List<Point> points,
      List<Boolean> onFront) {
    var frame = new Frame(description, WIDTH, HEIGHT, INSET, x, y);
    frame.svg().add(front(frame, points, onFront));
    double[] aside = aside(points.stream().map(point -> frame.x.at(point.x())).toList());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      Element drawn = Element.of("g").style(looks.get(i).colour());
      if (onFront.get(i)) {
        drawn.add(
            Element.of("circle")
                .style("ring")
                .with("cx", frame.x.at(point.x()) + aside[i])
                .with("cy", frame.y.at(point.y()))
                .with("r", 8.5));
      }
      frame.svg().add(drawn.add(point.draw(frame, looks.get(i), aside[i])));
    }
    return frame.svg();
  }

  /** What can be had for at most so much: level up to the next point of the front, then up. */
  private static Element front(Frame frame, List<Point> points, List<Boolean> onFront) {
    List<Point> steps =
        IntStream.range(0, points.size())
            .filter(onFront::get)
            .mapToObj(points::get)
            .sorted(Comparator.comparingDouble(Point::x))
            .toList();
    var path = new StringBuilder();
    for (Point step : steps) {
      String x = text(frame.x.at(step.x()));
      String y = text(frame.y.at(step.y()));
      path.append(path.isEmpty() ? "M" + x + "," + y : "H" + x + "V" + y);
    }
    path.append("H").append(text(frame.right()));
    return Element.of("path").style("front").with("d", path.toString());
  }

  /** Shifts that keep neighbours apart and each bunch centred where it belongs. */
  static double[] aside(List<Double> pixels) {
    double[] aside = new double[pixels.size()];
    List<Integer> order =
        IntStream.range(0, pixels.size())
            .boxed()
            .sorted(Comparator.comparing(pixels::get))
            .toList();
    var bunch = new ArrayList<Integer>();
    for (int index : order) {
      if (!bunch.isEmpty() && pixels.get(index) - pixels.get(bunch.get(bunch.size() - 1)) >= NEAR) {
        spread(bunch, pixels, aside);
        bunch.clear();
      }
      bunch.add(index);
    }
    spread(bunch, pixels, aside);
    return aside;
  }

  private static void spread(List<Integer> bunch, List<Double> pixels, double[] aside) {
    double middle = bunch.stream().mapToDouble(pixels::get).average().orElse(0);
    for (int i = 0; i < bunch.size(); i++) {
      int index = bunch.get(i);
      aside[index] =
          bunch.size() == 1
              ? 0
              : middle + (i - (bunch.size() - 1) / 2.0) * NEAR - pixels.get(index);
    }
  }
}
