package org.noisemark.reports.page.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.noisemark.reports.boards.History.Commit;
import org.noisemark.reports.boards.History.Row;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.Extent;
import org.noisemark.reports.page.chart.LineChart;
import org.noisemark.reports.page.chart.Point;
import org.noisemark.reports.page.chart.Series;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.statistics.Estimate;

/** One measure of one task over commits, a line a method, with its table. */
final class CommitChart {
  private final Shown shown;
  private final Measure measure;

  CommitChart(Shown shown, Measure measure) {
    this.shown = shown;
    this.measure = measure;
  }

  /**
   * @param rows of one task
   * @param id unique on the page
   * @return nothing where nothing was measured
   */
  Optional<Element> figure(List<Row> rows, String id) {
    Set<Point> steps = new HashSet<>();
    List<Series> series =
        byLabel(rows).entrySet().stream()
            .map(
                line -> new Series(shown.looks().of(line.getKey()), points(line.getValue(), steps)))
            .filter(line -> !line.points().isEmpty())
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    String noise = rows.get(0).task().level().label();
    Element chart =
        LineChart.of(
            new Description(
                id,
                measure.title() + " over commits: " + noise,
                "A line a method, with intervals; steps have a ring. The numbers are in the table"
                    + " below."),
            shown.axis(),
            new Axis(
                measure.label(),
                Extent.of(series.stream().flatMap(line -> line.points().stream())),
                Figures::tick),
            series,
            steps::contains);
    return Optional.of(Grid.figure(noise, chart, table(rows, noise)));
  }

  private Map<String, List<Row>> byLabel(List<Row> rows) {
    return rows.stream().collect(groupingBy(shown::label, TreeMap::new, toList()));
  }

  private List<Point> points(List<Row> rows, Set<Point> steps) {
    return rows.stream()
        .filter(row -> row.estimate(measure.metric()).isPresent())
        .map(
            row -> {
              Point point = point(row, row.estimate(measure.metric()).orElseThrow());
              if (row.isStep(measure.metric())) {
                steps.add(point);
              }
              return point;
            })
        .toList();
  }

  private Point point(Row row, Estimate estimate) {
    return new Point(
        shown.place(row.commit()),
        measure.plotted(estimate.mean()),
        estimate.interval().map(measure::plotted),
        String.format(
            Locale.ROOT,
            "%s at %s, %s: %s %s",
            shown.label(row),
            Shown.brief(row.commit()),
            Shown.day(row.commit()),
            measure.text(estimate.mean()),
            measure.bounds(estimate.interval())),
        "");
  }

  private Element table(List<Row> rows, String noise) {
    Map<String, List<Row>> lines = byLabel(rows);
    Element head = Element.of("tr").add(Grid.heading("Commit"));
    lines.keySet().forEach(label -> head.add(Grid.heading(label)));
    Element body = Element.of("tbody");
    for (Commit commit : shown.commits()) {
      Element line =
          Element.of("tr")
              .add(Grid.row(Element.of("span").add(Element.of("code", Shown.brief(commit)))));
      lines.values().forEach(series -> line.add(cell(series, commit)));
      body.add(line);
    }
    String caption = measure.label() + ", " + noise;
    return Grid.scrolling(
        caption, Grid.table(caption).add(Element.of("thead").add(head)).add(body));
  }

  private Element cell(List<Row> series, Commit commit) {
    Optional<Row> row = series.stream().filter(each -> each.commit() == commit).findFirst();
    return row.flatMap(each -> each.estimate(measure.metric()))
        .map(
            estimate ->
                Grid.number(
                    estimate.mean(),
                    Element.of("span")
                        .add(
                            Element.of(
                                row.get().isStep(measure.metric()) ? "strong" : "span",
                                measure.text(estimate.mean())))
                        .add(Element.of("small", measure.bounds(estimate.interval())))))
        .orElseGet(Grid::absent);
  }
}
