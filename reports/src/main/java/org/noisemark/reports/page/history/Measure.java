package org.noisemark.reports.page.history;

import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.boards.Change;
import org.noisemark.reports.page.chart.Extent;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Interval;

/** What is shown over commits, and how its numbers are written. */
enum Measure {
  ACCURACY(Metric.TEST_ACCURACY_FINAL, "Test accuracy", "%") {
    @Override
    double plotted(double value) {
      return 100 * value;
    }

    @Override
    Interval plotted(Interval interval) {
      return Extent.clipped(interval, new Interval(0, 100));
    }

    @Override
    String change(double value) {
      return Figures.points(value);
    }
  },
  TIME(Metric.TRAIN_TIME, "Training time", "seconds") {
    @Override
    String change(double value) {
      return "× " + Figures.fixed(value, 3);
    }
  },
  GRADIENT_EVALUATIONS(Metric.GRADIENT_EVALUATIONS, "Gradient evaluations", "passes") {
    @Override
    String text(double value) {
      return Figures.fixed(value, value == Math.rint(value) ? 0 : 1);
    }

    @Override
    String change(double value) {
      return (value > 0 ? "+" : "") + text(value);
    }
  };

  private final Metric metric;
  private final String title;
  private final String unit;

  Measure(Metric metric, String title, String unit) {
    this.metric = metric;
    this.title = title;
    this.unit = unit;
  }

  Metric metric() {
    return metric;
  }

  String title() {
    return title;
  }

  /** For an axis or a heading. */
  String label() {
    return title + ", " + unit;
  }

  /** Unique on the page. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it stands on the axis. */
  double plotted(double value) {
    return value;
  }

  Interval plotted(Interval interval) {
    return interval;
  }

  String text(double value) {
    return Figures.fixed(plotted(value), 2);
  }

  /** "[83.20, 84.10]"; nothing without an interval. */
  String bounds(Optional<Interval> interval) {
    return interval
        .map(
            bounds ->
                String.format(Locale.ROOT, "[%s, %s]", text(bounds.low()), text(bounds.high())))
        .orElse("");
  }

  abstract String change(double value);

  /** "−1.20 [−1.90, −0.50]". */
  String change(Change change) {
    return change(change.mean())
        + change
            .interval()
            .map(
                i ->
                    String.format(Locale.ROOT, " [%s, %s]", change(i.low()), change(i.high()))
                        .replace("× ", ""))
            .orElse("");
  }

  /** Whether a change is for the better. */
  boolean isBetter(Change change) {
    return change.estimate().mean() > 0 == metric.biggerIsBetter();
  }
}
