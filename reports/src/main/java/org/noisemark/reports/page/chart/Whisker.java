package org.noisemark.reports.page.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.noisemark.reports.page.html.Coordinate;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** A mean with its interval beside the numbers in a table; all of a table share one scale. */
public final class Whisker {
  private static final double WIDTH = 120;

  private final Scale scale;

  private Whisker(Scale scale) {
    this.scale = scale;
  }

  /** A scale that holds all of them; empty without any. */
  public static Optional<Whisker> over(List<Estimate> estimates) {
    double[] ends = estimates.stream().flatMap(Whisker::ends).mapToDouble(end -> end).toArray();
    if (ends.length == 0) {
      return Optional.empty();
    }
    double low = java.util.Arrays.stream(ends).min().getAsDouble();
    double high = java.util.Arrays.stream(ends).max().getAsDouble();
    double room = low == high ? 0.01 : 0;
    return Optional.of(new Whisker(new Scale(low - room, high + room, 5, WIDTH - 5)));
  }

  /** Hidden from readers of the screen: the numbers stand beside it. */
  public Element of(Look look, Estimate estimate) {
    String mean = Coordinate.text(scale.at(estimate.mean()));
    Element drawn =
        Element.of("svg")
            .style("mini " + look.colour())
            .with("viewBox", "0 0 120 14")
            .with("aria-hidden", "true");
    estimate
        .interval()
        .ifPresent(bounds -> drawn.add(Element.of("path").style("bar").with("d", bar(bounds))));
    return drawn.add(
        Element.of("circle").style("mark").with("cx", mean).with("cy", "7").with("r", "3.5"));
  }

  private String bar(Interval bounds) {
    return String.format(
        Locale.ROOT,
        "M%s,7H%s",
        Coordinate.text(scale.at(bounds.low())),
        Coordinate.text(scale.at(bounds.high())));
  }

  private static Stream<Double> ends(Estimate estimate) {
    return Stream.concat(
        Stream.of(estimate.mean()),
        estimate.interval().stream().flatMap(bounds -> Stream.of(bounds.low(), bounds.high())));
  }
}
