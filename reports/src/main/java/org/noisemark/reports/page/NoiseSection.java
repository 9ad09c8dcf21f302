package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** Accuracy against the noise rate, and what is gained on SGD, one chart a kind of noise. */
final class NoiseSection implements Section {
  @Override
  public String id() {
    return "noise";
  }

  @Override
  public String title() {
    return "Accuracy against noise";
  }

  @Override
  public String lead() {
    return "Test accuracy after the last epoch over the nominal noise rate, and its difference to"
        + " SGD, paired by seed; bars are 95 % intervals. Methods stand a little aside of each"
        + " other so that bars do not hide.";
  }

  @Override
  public List<Element> body(Shown shown) {
    List<Setting> settings = shown.content().settings();
    return settings.stream()
        .filter(setting -> !kinds(setting).isEmpty())
        .map(setting -> block(shown, setting, "noise-" + settings.indexOf(setting)))
        .toList();
  }

  private static Element block(Shown shown, Setting setting, String id) {
    Element charts = Element.of("div").style("pairs");
    for (String kind : kinds(setting)) {
      List<Level> levels =
          setting.levels().stream()
              .filter(level -> level.clean() || level.noise().equals(kind))
              .toList();
      String part = id + "-" + kinds(setting).indexOf(kind);
      charts.add(accuracy(shown, setting, kind, levels, part));
      if (setting.methods().stream().anyMatch(method -> !method.equals("sgd"))
          && setting.entries().stream().anyMatch(entry -> entry.versusSgd().isPresent())) {
        charts.add(versusSgd(shown, setting, kind, levels, part + "-sgd"));
      }
    }
    return shown.block(setting).add(shown.looks().legend(setting)).add(charts);
  }

  private static Element accuracy(
      Shown shown, Setting setting, String kind, List<Level> levels, String id) {
    String caption = "Test accuracy under " + kind;
    Element table =
        LevelMatrix.of(
            shown,
            setting,
            caption + ", percent",
            setting.methods(),
            levels,
            entry ->
                entry
                    .accuracy()
                    .map(
                        accuracy ->
                            Grid.number(
                                java.util.OptionalDouble.of(accuracy.mean()),
                                Element.of("span", Figures.percent(accuracy.mean()))
                                    .add(Element.of("small", Figures.bounds(accuracy.interval())))))
                    .orElseGet(Grid::absent));
    return figure(
        shown, setting, levels, caption, id, "Test accuracy, %", Entry::accuracy, 0, table);
  }

  private static Element versusSgd(
      Shown shown, Setting setting, String kind, List<Level> levels, String id) {
    String caption = "Difference to SGD under " + kind;
    Element table =
        LevelMatrix.of(
            shown,
            setting,
            caption + ", percentage points",
            setting.methods(),
            levels,
            entry -> entry.versusSgd().map(Grid::difference).orElseGet(Grid::absent));
    return figure(
        shown,
        setting,
        levels,
        caption,
        id,
        "Difference to SGD, points",
        entry -> entry.optimizer().equals("sgd") ? Optional.empty() : entry.versusSgd(),
        -100,
        table);
  }

  private static Element figure(
      Shown shown,
      Setting setting,
      List<Level> levels,
      String caption,
      String id,
      String label,
      Function<Entry, Optional<Estimate>> value,
      double least,
      Element table) {
    var clip = new Interval(least, 100);
    List<Series> series =
        setting.methods().stream()
            .map(
                method ->
                    new Series(
                        shown.looks().of(method),
                        levels.stream()
                            .flatMap(level -> LevelMatrix.find(setting, method, level).stream())
                            .flatMap(entry -> point(entry, value, clip).stream())
                            .toList()))
            .filter(one -> !one.points().isEmpty())
            .toList();
    double highest = levels.get(levels.size() - 1).rate();
    var x = new Axis("Nominal noise rate, %", Ticks.enclosing(0, 100 * highest, 4), Figures::tick);
    var y =
        new Axis(
            label, Extent.of(series.stream().flatMap(s -> s.points().stream())), Figures::tick);
    var description =
        new Description(
            id,
            caption + ": " + setting.title(),
            "A line a method over the noise rate, with intervals; the numbers are in the table"
                + " below.");
    return shown.under(
        Grid.figure(caption, LineChart.of(description, x, y, series), table), levels);
  }

  private static Optional<Point> point(
      Entry entry, Function<Entry, Optional<Estimate>> value, Interval clip) {
    return value
        .apply(entry)
        .map(
            estimate ->
                new Point(
                    100 * entry.level().rate(),
                    100 * estimate.mean(),
                    estimate.interval().map(bounds -> Extent.clipped(bounds, clip)),
                    "%s, %s: %s %s"
                        .formatted(
                            entry.method(),
                            entry.level().label(),
                            Figures.percent(estimate.mean()),
                            Figures.bounds(estimate.interval())),
                    entry.runs().text()));
  }

  private static List<String> kinds(Setting setting) {
    return Stream.ofNullable(setting)
        .flatMap(one -> one.levels().stream())
        .filter(level -> !level.clean() && level.rate() > 0)
        .map(Level::noise)
        .distinct()
        .toList();
  }
}
