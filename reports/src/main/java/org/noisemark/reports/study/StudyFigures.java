package org.noisemark.reports.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.Extent;
import org.noisemark.reports.page.chart.LineChart;
import org.noisemark.reports.page.chart.Look;
import org.noisemark.reports.page.chart.Point;
import org.noisemark.reports.page.chart.Series;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.statistics.Interval;

/** Charts of a study: for each setting a line a series over the values of x, evenly spaced. */
final class StudyFigures {
  private final Figure figure;
  private final List<Mean> means;
  private final List<Double> xs;
  private final List<String> series;
  private final boolean isShare;

  private StudyFigures(StudyResult study, Figure figure) {
    this.figure = figure;
    means = Mean.of(study.measurements().of(figure.quantity().name()).where(figure.shown()));
    xs = means.stream().map(Mean::x).distinct().sorted().toList();
    series = means.stream().map(Mean::series).distinct().sorted().toList();
    isShare =
        figure.quantity().unit().equals("ratio")
            && means.stream()
                .mapToDouble(mean -> mean.estimate().mean())
                .allMatch(mean -> mean >= 0 && mean <= 1)
            && !figure.quantity().name().startsWith("gain");
  }

  static Element of(StudyResult study, Figure figure, String id) {
    return new StudyFigures(study, figure).block(id);
  }

  private Element block(String id) {
    Element block = Element.of("div").style("block").add(Element.of("h3", figure.title()));
    if (means.isEmpty()) {
      return block.add(Element.of("p", "Nothing was measured.").style("lead"));
    }
    Element legend = Element.of("ul").style("legend");
    for (String each : series) {
      legend.add(
          Element.of("li")
              .add(Element.of("span").style("method").add(look(each).swatch()).text(each)));
    }
    Element charts = Element.of("div").style("pairs");
    List<String> settings = means.stream().map(Mean::setting).distinct().toList();
    for (int i = 0; i < settings.size(); i++) {
      charts.add(chart(settings.get(i), id + "-" + i));
    }
    return block.add(legend).add(charts);
  }

  private Element chart(String setting, String id) {
    List<Mean> own = means.stream().filter(each -> each.setting().equals(setting)).toList();
    var lines = new ArrayList<Series>();
    for (String each : series) {
      List<Point> points =
          own.stream().filter(mean -> mean.series().equals(each)).map(this::point).toList();
      if (!points.isEmpty()) {
        lines.add(new Series(look(each), points));
      }
    }
    String unit = Quantity.shownUnit(figure.quantity().unit());
    Element chart =
        LineChart.of(
            new Description(
                id,
                figure.title() + ": " + setting,
                "A line a method, with intervals; the numbers are in the table below."),
            new Axis(figure.axis(), places(), this::tick),
            new Axis(
                figure.quantity().description() + (unit.equals("points") ? ", %" : ", " + unit),
                Extent.of(own.stream().map(this::point)),
                Figures::tick),
            lines);
    return Grid.figure(setting, chart, Grid.scrolling(setting, table(setting, own)));
  }

  private Element table(String setting, List<Mean> own) {
    Element head = Element.of("tr").add(Element.of("th", figure.axis()).with("scope", "col"));
    series.forEach(each -> head.add(Grid.heading(each)));
    Element body = Element.of("tbody");
    for (double x : xs) {
      Element row = Element.of("tr").add(Grid.row(Element.of("span", number(x))));
      for (String each : series) {
        row.add(
            own.stream()
                .filter(mean -> mean.x() == x && mean.series().equals(each))
                .findFirst()
                .map(mean -> Grid.number(mean.estimate().mean(), text(mean)))
                .orElseGet(Grid::absent));
      }
      body.add(row);
    }
    return Grid.table(figure.title() + ": " + setting).add(Element.of("thead").add(head)).add(body);
  }

  private Look look(String name) {
    return new Look(series.indexOf(name));
  }

  private Point point(Mean mean) {
    return new Point(
        xs.indexOf(mean.x()),
        scaled(mean.estimate().mean()),
        mean.estimate().interval().map(this::drawn),
        String.format(Locale.ROOT, "%s at %s: %s", mean.series(), number(mean.x()), text(mean)),
        "");
  }

  /** An interval as it is drawn: that of a share ends where shares do. */
  private Interval drawn(Interval bounds) {
    double low = scaled(bounds.low());
    double high = scaled(bounds.high());
    return isShare ? new Interval(Math.max(0, low), Math.min(100, high)) : new Interval(low, high);
  }

  private String text(Mean mean) {
    String unit = figure.quantity().unit();
    return Quantity.shown(mean.estimate().mean(), unit)
        + mean.estimate()
            .interval()
            .map(
                bounds ->
                    String.format(
                        Locale.ROOT,
                        " [%s, %s]",
                        Quantity.shown(bounds.low(), unit),
                        Quantity.shown(bounds.high(), unit)))
            .orElse("");
  }

  /** 2 in place of 2.0. */
  private static String number(double x) {
    return BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
  }

  private double scaled(double value) {
    return Quantity.scaled(value, figure.quantity().unit());
  }

  /** The x values stand side by side, whatever lies between them. */
  private Ticks places() {
    return new Ticks(
        IntStream.range(0, Math.max(2, xs.size())).mapToObj(BigDecimal::valueOf).toList());
  }

  private String tick(BigDecimal place) {
    int index = place.intValue();
    return index < xs.size() ? number(xs.get(index)) : "";
  }
}
