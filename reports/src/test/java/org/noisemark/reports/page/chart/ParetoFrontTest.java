package org.noisemark.reports.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.page.chart.ParetoFront.Point;

class ParetoFrontTest {
  @Test
  void holdsWhatNoOtherBeats() {
    assertEquals(
        List.of(true, false, true, false, true, true),
        ParetoFront.of(
            List.of(
                new Point(1, 0.5),
                new Point(2, 0.4), // dearer and worse
                new Point(2, 0.7),
                new Point(3, 0.7), // as good, dearer
                new Point(4, 0.9),
                new Point(4, 0.9)))); // equal to a point of the front
  }

  /** Walking up in cost, the front is what raises the best accuracy so far. */
  @Test
  void isWhatASweepFinds() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(8);
    for (int i = 0; i < 500; i++) {
      var points = new ArrayList<Point>();
      for (int n = random.nextInt(9); n > 0; n--) {
        points.add(new Point(random.nextInt(5), random.nextInt(5)));
      }
      List<Point> sorted =
          points.stream()
              .sorted(Comparator.comparingDouble(Point::cost).thenComparing(p -> -p.accuracy()))
              .toList();
      double best = Double.NEGATIVE_INFINITY;
      var front = new ArrayList<Point>();
      for (Point point : sorted) {
        if (point.accuracy() > best) {
          front.add(point);
          best = point.accuracy();
        }
      }
      assertEquals(points.stream().map(front::contains).toList(), ParetoFront.of(points));
    }
  }
}
