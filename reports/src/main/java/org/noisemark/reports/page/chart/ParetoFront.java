package org.noisemark.reports.page.chart;

import java.util.List;

/** Which methods no other one beats in cost and accuracy at once. */
public final class ParetoFront {
  private ParetoFront() {}

  public record Point(double cost, double accuracy) {
    /** At most the cost and at least the accuracy, and better in one of them. */
    boolean beats(Point other) {
      return cost <= other.cost
          && accuracy >= other.accuracy
          && (cost < other.cost || accuracy > other.accuracy);
    }
  }

  /** Point by point, whether it is on the front. */
  public static List<Boolean> of(List<Point> points) {
    return points.stream()
        .map(point -> points.stream().noneMatch(other -> other.beats(point)))
        .toList();
  }
}
