package org.noisemark.reports.page;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.Extent;
import org.noisemark.reports.page.chart.ParetoChart;
import org.noisemark.reports.page.chart.ParetoFront;
import org.noisemark.reports.page.chart.Point;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** Accuracy against one cost under one noise: a chart and its table. */
final class ParetoFigure {
  private final Shown shown;
  private final NoiseLevel level;
  private final Metric metric;

  /** Those whose accuracy is known, and whose cost was measured. */
  private final List<Board.Row> methods;

  /** Method by method, whether it is on the Pareto front. */
  private final List<Boolean> front;

  ParetoFigure(Shown shown, Board board, NoiseLevel level, Metric metric) {
    this.shown = shown;
    this.level = level;
    this.metric = metric;
    methods =
        shown.rows(board, level).stream()
            .filter(method -> metric.mean(standing(method).runs()).isPresent())
            .filter(method -> standing(method).accuracy().isPresent())
            .toList();
    front =
        ParetoFront.of(
            methods.stream()
                .map(method -> new ParetoFront.Point(cost(method), accuracy(method).mean()))
                .toList());
  }

  boolean isEmpty() {
    return methods.isEmpty();
  }

  /**
   * @param board its title
   * @param id unique on the page
   */
  Element of(String board, String id) {
    List<Point> points = methods.stream().map(this::point).toList();
    double most = methods.stream().mapToDouble(this::cost).max().orElseThrow();
    String caption = String.format(Locale.ROOT, "%s, accuracy against %s", level.label(), unit());
    String onFront =
        IntStream.range(0, methods.size())
            .filter(front::get)
            .mapToObj(i -> methods.get(i).label())
            .collect(joining(", "));
    var description =
        new Description(id, caption + ": " + board, "On the Pareto front: " + onFront + ".");
    Element chart =
        ParetoChart.of(
            description,
            new Axis(label() + " a run", Ticks.enclosing(0, most, 4), Figures::tick),
            new Axis("Test accuracy, %", Extent.of(points.stream()), Figures::tick),
            methods.stream().map(method -> shown.looks().of(method.label())).toList(),
            points,
            front);
    return Grid.figure(level.label(), chart, table(caption, Figures.decimals(most)));
  }

  private Point point(Board.Row method) {
    Estimate accuracy = accuracy(method);
    double cost = cost(method);
    return new Point(
        cost,
        100 * accuracy.mean(),
        accuracy.interval().map(bounds -> Extent.clipped(bounds, new Interval(0, 100))),
        String.format(
            Locale.ROOT,
            "%s: %s %% for %s %s",
            method.label(),
            Figures.percent(accuracy.mean()),
            Figures.fixed(cost, Figures.decimals(cost)),
            unit()),
        shown.numbers().of(standing(method).runs()));
  }

  private Element table(String caption, int decimals) {
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    for (String heading : List.of(label(), "Accuracy, %", "On the front")) {
      head.add(Grid.sortable(heading, true));
    }
    Element body = Element.of("tbody");
    for (int i = 0; i < methods.size(); i++) {
      Board.Row method = methods.get(i);
      double mean = accuracy(method).mean();
      body.add(
          shown
              .row(standing(method).runs(), method.label())
              .add(Grid.number(cost(method), Figures.fixed(cost(method), decimals)))
              .add(Grid.number(mean, shown.opening(standing(method).runs(), Figures.percent(mean))))
              .add(Grid.number(front.get(i) ? 1 : 0, front.get(i) ? "yes" : "no")));
    }
    return Grid.scrolling(
        caption, Grid.table(caption).add(Element.of("thead").add(head)).add(body));
  }

  private Standing standing(Board.Row method) {
    return method.standings().get(level);
  }

  private Estimate accuracy(Board.Row method) {
    return standing(method).accuracy().orElseThrow();
  }

  private double cost(Board.Row method) {
    return metric.mean(standing(method).runs()).orElseThrow();
  }

  private String label() {
    return shown.costs().label(metric);
  }

  private String unit() {
    return shown.costs().unit(metric);
  }
}
