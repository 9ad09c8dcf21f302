package org.noisemark.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.Extent;
import org.noisemark.reports.page.chart.LineChart;
import org.noisemark.reports.page.chart.Point;
import org.noisemark.reports.page.chart.Series;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/** What is plotted over the rates of one kind of noise. */
enum NoiseChart {
  ACCURACY("Test accuracy", "%", new Interval(0, 100)) {
    @Override
    Optional<Estimate> value(Standing standing) {
      return standing.accuracy();
    }

    @Override
    List<Run> runs(Standing standing) {
      return standing.runs();
    }

    @Override
    Element cell(Shown shown, Standing standing) {
      Estimate accuracy = standing.accuracy().orElseThrow();
      return Grid.number(
          accuracy.mean(),
          Element.of("span")
              .add(shown.opening(standing.runs(), Figures.percent(accuracy.mean())))
              .add(Element.of("small", Figures.bounds(accuracy.interval()))));
    }
  },
  VERSUS_REFERENCE("Difference to %s", "points", new Interval(-100, 100)) {
    @Override
    Optional<Estimate> value(Standing standing) {
      return standing
          .versusReference()
          .filter(any -> standing.isCompared())
          .map(Difference::estimate);
    }

    @Override
    List<Run> runs(Standing standing) {
      return standing.versusReference().orElseThrow().runs();
    }

    @Override
    Element cell(Shown shown, Standing standing) {
      return shown.difference(standing.versusReference().orElseThrow());
    }
  };

  private final String title;
  private final String unit;
  private final Interval possible;

  NoiseChart(String title, String unit, Interval possible) {
    this.title = title;
    this.unit = unit;
    this.possible = possible;
  }

  /** Empty where there is nothing to plot; the two below are asked for the others only. */
  abstract Optional<Estimate> value(Standing standing);

  abstract List<Run> runs(Standing standing);

  abstract Element cell(Shown shown, Standing standing);

  /**
   * @param levels clean labels and the rates of that kind
   * @param id unique on the page but for the other chart's
   * @return the chart with its table; nothing if there is nothing to plot
   */
  Optional<Element> figure(
      Shown shown, Board board, String kind, List<NoiseLevel> levels, String id) {
    List<Series> series =
        shown.rows(board).stream()
            .map(row -> series(shown, row, levels))
            .filter(one -> !one.points().isEmpty())
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    String named = String.format(Locale.ROOT, title, shown.derived().references().first());
    String caption = String.format(Locale.ROOT, "%s under %s", named, kind);
    double highest = levels.get(levels.size() - 1).rate();
    Element chart =
        LineChart.of(
            new Description(
                id + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-'),
                caption + ": " + shown.title(board),
                "A line a method over the noise rate, with intervals; the numbers are in the table"
                    + " below."),
            new Axis("Nominal noise rate, %", Ticks.enclosing(0, 100 * highest, 4), Figures::tick),
            new Axis(
                named + ", " + unit,
                Extent.of(series.stream().flatMap(one -> one.points().stream())),
                Figures::tick),
            series);
    Element table =
        LevelMatrix.of(
            shown,
            board,
            caption + ", " + unit,
            levels,
            standing -> value(standing).isPresent() ? cell(shown, standing) : Grid.absent());
    return Optional.of(shown.under(Grid.figure(caption, chart, table), levels));
  }

  private Series series(Shown shown, Board.Row row, List<NoiseLevel> levels) {
    return new Series(
        shown.looks().of(row.label()),
        levels.stream()
            .flatMap(level -> Optional.ofNullable(row.standings().get(level)).stream())
            .filter(standing -> value(standing).isPresent())
            .map(standing -> point(shown, row.label(), standing))
            .toList());
  }

  private Point point(Shown shown, String label, Standing standing) {
    Estimate estimate = value(standing).orElseThrow();
    return new Point(
        100 * standing.level().rate(),
        100 * estimate.mean(),
        estimate.interval().map(bounds -> Extent.clipped(bounds, possible)),
        String.format(
            Locale.ROOT,
            "%s, %s: %s %s",
            label,
            standing.level().label(),
            Figures.percent(estimate.mean()),
            Figures.bounds(estimate.interval())),
        shown.numbers().of(runs(standing)));
  }
}
