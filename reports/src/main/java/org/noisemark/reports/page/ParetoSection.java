package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.page.PageContent.Level;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.ParetoChart;
import org.noisemark.reports.page.chart.Point;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.statistics.Interval;

/** Accuracy against cost, a chart a noise and a kind of cost, of which one kind is seen. */
final class ParetoSection implements Section {
  @Override
  public String id() {
    return "pareto";
  }

  @Override
  public String title() {
    return "Accuracy against cost";
  }

  @Override
  public String lead() {
    return "Mean cost of a run across, test accuracy after the last epoch up, with its 95 %"
        + " interval. Ringed methods are on the Pareto front: no other is at least as accurate for"
        + " at most the cost. The staircase is the most that can be had for a cost. Of equal cost,"
        + " methods stand side by side.";
  }

  @Override
  public List<Element> body(Shown shown) {
    var blocks = new java.util.ArrayList<Element>();
    blocks.add(CostSwitch.of(shown));
    List<Setting> settings = shown.content().settings();
    for (Setting setting : settings) {
      Element block = shown.block(setting).add(shown.looks().legend(setting));
      for (CostKind kind : CostKind.values()) {
        block.add(charts(shown, setting, kind, "pareto-" + settings.indexOf(setting)));
      }
      blocks.add(block);
    }
    return blocks;
  }

  private static Element charts(Shown shown, Setting setting, CostKind kind, String id) {
    Element charts =
        Element.of("div")
            .style("charts")
            .with("data-cost", kind.id())
            .flag("hidden", kind != CostKind.GRADIENT_EVALUATIONS);
    boolean any = false;
    for (Level level : setting.levels()) {
      List<Entry> entries =
          setting.at(level).stream()
              .filter(entry -> entry.costs().containsKey(kind) && entry.accuracy().isPresent())
              .toList();
      if (!entries.isEmpty()) {
        String part = id + "-" + kind.id() + "-" + setting.levels().indexOf(level);
        charts.add(shown.under(figure(shown, setting, level, entries, kind, part), level));
        any = true;
      }
    }
    return any ? charts : charts.add(Element.of("p", kind.label() + ": not measured here."));
  }

  private static Element figure(
      Shown shown, Setting setting, Level level, List<Entry> entries, CostKind kind, String id) {
    List<Boolean> front =
        ParetoFront.of(
            entries.stream()
                .map(
                    entry ->
                        new ParetoFront.Point(
                            entry.costs().get(kind), entry.accuracy().orElseThrow().mean()))
                .toList());
    List<Point> points = entries.stream().map(entry -> point(shown, entry, kind)).toList();
    double most = points.stream().mapToDouble(Point::x).max().orElseThrow();
    var x = new Axis(shown.label(kind) + " a run", Ticks.enclosing(0, most, 4), Figures::tick);
    var y = new Axis("Test accuracy, %", Extent.of(points.stream()), Figures::tick);
    List<String> onFront =
        entries.stream()
            .filter(entry -> front.get(entries.indexOf(entry)))
            .map(Entry::method)
            .toList();
    var description =
        new Description(
            id,
            "%s, accuracy against %s: %s"
                .formatted(level.label(), shown.unit(kind), setting.title()),
            "On the Pareto front: " + String.join(", ", onFront) + ".");
    Element chart =
        ParetoChart.of(
            description,
            x,
            y,
            entries.stream().map(entry -> shown.looks().of(entry.method())).toList(),
            points,
            front);
    return Grid.figure(level.label(), chart, table(shown, level, entries, kind, front));
  }

  private static Point point(Shown shown, Entry entry, CostKind kind) {
    var accuracy = entry.accuracy().orElseThrow();
    double cost = entry.costs().get(kind);
    return new Point(
        cost,
        100 * accuracy.mean(),
        accuracy.interval().map(bounds -> Extent.clipped(bounds, new Interval(0, 100))),
        "%s: %s %% for %s %s"
            .formatted(
                entry.method(),
                Figures.percent(accuracy.mean()),
                Figures.fixed(cost, Figures.decimals(cost)),
                shown.unit(kind)),
        entry.runs().text());
  }

  private static Element table(
      Shown shown, Level level, List<Entry> entries, CostKind kind, List<Boolean> front) {
    String caption = "%s, accuracy against %s".formatted(level.label(), shown.unit(kind));
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    for (String heading : List.of(shown.label(kind), "Accuracy, %", "On the front")) {
      head.add(Grid.sortable(heading, true));
    }
    Element body = Element.of("tbody");
    double most = entries.stream().mapToDouble(e -> e.costs().get(kind)).max().orElse(0);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double cost = entry.costs().get(kind);
      double mean = entry.accuracy().orElseThrow().mean();
      body.add(
          Element.of("tr")
              .with("data-runs", entry.runs().text())
              .add(Grid.row(shown.looks().name(entry.method())))
              .add(
                  Grid.number(OptionalDouble.of(cost), Figures.fixed(cost, Figures.decimals(most))))
              .add(
                  Grid.number(
                      OptionalDouble.of(mean), Grid.opening(entry.runs(), Figures.percent(mean))))
              .add(
                  Grid.number(
                      OptionalDouble.of(front.get(i) ? 1 : 0), front.get(i) ? "yes" : "no")));
    }
    return Grid.scrolling(
        caption, Grid.table(caption).add(Element.of("thead").add(head)).add(body));
  }

  /** The kinds that some setting measured. */
  static boolean measured(PageContent content, CostKind kind) {
    return content.settings().stream()
        .flatMap(setting -> setting.entries().stream())
        .anyMatch(entry -> Optional.ofNullable(entry.costs().get(kind)).isPresent());
  }
}
