package org.noisemark.reports.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.noisemark.reports.page.chart.Whisker;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.statistics.Estimate;

/** The ranks of a setting, a group of rows a noise: first who is tied with the best, by rank. */
final class StandingsTable {
  private static final int COLUMNS = 11;

  private StandingsTable() {}

  static Element of(Shown shown, Setting setting) {
    Element table = Grid.table("Noise by noise, in ranks; ties with the best first").style("ranks");
    table.add(head());
    for (PageContent.Level level : setting.levels()) {
      table.add(level(shown, setting.at(level), level));
    }
    return Grid.scrolling("Noise by noise: " + setting.title(), table);
  }

  private static Element head() {
    Element row =
        Element.of("tr").add(Grid.sortable("Optimizer", false)).add(Grid.sortable("Rank", true));
    row.add(Grid.sortable("Last epoch", true))
        .add(Grid.heading("95 % interval"))
        .add(Grid.sortable("Against the best", true))
        .add(Grid.sortable("Against SGD", true))
        .add(Grid.sortable("Selected epoch", true));
    for (String oracle : List.of("Oracle: best epoch", "Best − last")) {
      row.add(Grid.sortable(oracle, true).with("data-oracle", "true"));
    }
    row.add(Grid.sortable("Seeds", true)).add(Grid.sortable("Failed", true));
    return Element.of("thead").add(row);
  }

  private static Element level(Shown shown, List<Entry> entries, PageContent.Level level) {
    Element body = shown.under(Element.of("tbody"), level);
    body.add(
        Element.of("tr")
            .style("level")
            .add(
                Element.of("th")
                    .with("scope", "rowgroup")
                    .with("colspan", Integer.toString(COLUMNS))
                    .add(Element.of("span", level.label()))
                    .add(Element.of("small", ties(entries)))));
    Optional<Whisker> whisker =
        Whisker.over(entries.stream().map(Entry::accuracy).flatMap(Optional::stream).toList());
    Map<Boolean, List<Entry>> byTie =
        entries.stream()
            .sorted(
                java.util.Comparator.comparingInt(entry -> entry.rank().orElse(Integer.MAX_VALUE)))
            .collect(
                Collectors.groupingBy(
                    entry -> !inTopGroup(entry), TreeMap::new, Collectors.toList()));
    byTie.values().stream()
        .flatMap(List::stream)
        .forEach(entry -> body.add(row(shown, entry, whisker)));
    return body;
  }

  private static boolean inTopGroup(Entry entry) {
    return entry.rank().orElse(0) == 1 || entry.tied().orElse(false);
  }

  private static String ties(List<Entry> entries) {
    if (entries.stream().allMatch(entry -> entry.tied().isEmpty())) {
      return "too few common seeds to tell any two apart";
    }
    long top = entries.stream().filter(StandingsTable::inTopGroup).count();
    return top == 1
        ? "the best is told from all others"
        : "%d of %d are not told apart from the best".formatted(top, entries.size());
  }

  private static Element row(Shown shown, Entry entry, Optional<Whisker> whisker) {
    Element row = Element.of("tr").with("data-runs", entry.runs().text());
    if (inTopGroup(entry)) {
      row.style("top");
    }
    row.add(Grid.row(shown.looks().name(entry.method())).with("title", entry.hyperparameters()));
    row.add(rank(entry));
    if (entry.accuracy().isPresent()) {
      Estimate accuracy = entry.accuracy().get();
      row.add(
          Grid.number(
              OptionalDouble.of(accuracy.mean()),
              Grid.opening(entry.runs(), Figures.percent(accuracy.mean()))));
      row.add(
          Element.of("td")
              .style("n interval")
              .add(whisker.orElseThrow().of(shown.looks().of(entry.method()), accuracy))
              .add(Element.of("small", Figures.bounds(accuracy.interval()))));
    } else {
      row.add(Grid.absent()).add(Grid.absent());
    }
    row.add(entry.versusBest().map(Grid::difference).orElseGet(Grid::absent));
    row.add(
        entry.optimizer().equals("sgd")
            ? Grid.number(OptionalDouble.of(0), "reference")
            : entry.versusSgd().map(Grid::difference).orElseGet(Grid::absent));
    row.add(Grid.number(entry.selected(), Figures.percent(entry.selected())));
    row.add(oracle(entry.best(), Figures.percent(entry.best())));
    row.add(oracle(entry.bestMinusLast(), Figures.percent(entry.bestMinusLast())));
    row.add(whole(entry.accuracy().map(Estimate::n).orElse(0)));
    return row.add(whole(entry.failed()));
  }

  private static Element rank(Entry entry) {
    if (entry.rank().isEmpty()) {
      return Grid.absent();
    }
    int rank = entry.rank().getAsInt();
    String tie = entry.tied().orElse(false) ? "≈ " : "";
    return Grid.number(OptionalDouble.of(rank), tie + rank);
  }

  private static Element oracle(OptionalDouble value, String text) {
    return Grid.number(value, Element.of("i", text));
  }

  private static Element whole(long count) {
    return Grid.number(OptionalDouble.of(count), Long.toString(count));
  }
}
