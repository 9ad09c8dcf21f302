package org.noisemark.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.noisemark.reports.page.PageContent.Level;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.LineChart;
import org.noisemark.reports.page.chart.Point;
import org.noisemark.reports.page.chart.Series;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** What is plotted over the rates of one kind of noise. */
enum NoiseChart {
  ACCURACY(
      "Test accuracy",
      "%",
      new Interval(0, 100),
      entry -> entry.accuracy().map(accuracy -> new Traced(accuracy, entry.runs())),
      NoiseChart::accuracy),
  VERSUS_SGD(
      "Difference to SGD",
      "points",
      new Interval(-100, 100),
      entry -> entry.optimizer().equals("sgd") ? Optional.empty() : entry.versusSgd(),
      Grid::difference);

  private final String title;
  private final String unit;
  private final Interval possible;
  private final Function<Entry, Optional<Traced>> value;
  private final Function<Traced, Element> cell;

  NoiseChart(
      String title,
      String unit,
      Interval possible,
      Function<Entry, Optional<Traced>> value,
      Function<Traced, Element> cell) {
    this.title = title;
    this.unit = unit;
    this.possible = possible;
    this.value = value;
    this.cell = cell;
  }

  /**
   * @param levels clean labels and the rates of that kind
   * @param id unique on the page but for the other chart's
   * @return the chart with its table; nothing if there is nothing to plot
   */
  Optional<Element> figure(
      Shown shown, Setting setting, String kind, List<Level> levels, String id) {
    List<Series> series =
        setting.methods().stream()
            .map(method -> series(shown, setting, method, levels))
            .filter(one -> !one.points().isEmpty())
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    String caption = "%s under %s".formatted(title, kind);
    double highest = levels.get(levels.size() - 1).rate();
    Element chart =
        LineChart.of(
            new Description(
                id + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-'),
                caption + ": " + setting.title(),
                "A line a method over the noise rate, with intervals; the numbers are in the table"
                    + " below."),
            new Axis("Nominal noise rate, %", Ticks.enclosing(0, 100 * highest, 4), Figures::tick),
            new Axis(
                title + ", " + unit,
                Extent.of(series.stream().flatMap(one -> one.points().stream())),
                Figures::tick),
            series);
    Element table =
        LevelMatrix.of(
            shown,
            setting,
            caption + ", " + unit,
            setting.methods(),
            levels,
            entry -> value.apply(entry).map(cell).orElseGet(Grid::absent));
    return Optional.of(shown.under(Grid.figure(caption, chart, table), levels));
  }

  private Series series(Shown shown, Setting setting, String method, List<Level> levels) {
    return new Series(
        shown.looks().of(method),
        levels.stream()
            .flatMap(level -> LevelMatrix.find(setting, method, level).stream())
            .flatMap(entry -> value.apply(entry).map(traced -> point(entry, traced)).stream())
            .toList());
  }

  private static Element accuracy(Traced accuracy) {
    Estimate estimate = accuracy.estimate();
    return Grid.number(
        OptionalDouble.of(estimate.mean()),
        Element.of("span")
            .add(Grid.opening(accuracy.runs(), Figures.percent(estimate.mean())))
            .add(Element.of("small", Figures.bounds(estimate.interval()))));
  }

  private Point point(Entry entry, Traced shown) {
    Estimate estimate = shown.estimate();
    return new Point(
        100 * entry.level().rate(),
        100 * estimate.mean(),
        estimate.interval().map(bounds -> Extent.clipped(bounds, possible)),
        "%s, %s: %s %s"
            .formatted(
                entry.method(),
                entry.level().label(),
                Figures.percent(estimate.mean()),
                Figures.bounds(estimate.interval())),
        shown.runs().text());
  }
}
