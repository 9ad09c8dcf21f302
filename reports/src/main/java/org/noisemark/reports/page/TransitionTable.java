package org.noisemark.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.records.RunRecord.Labels;
import org.noisemark.reports.results.Run;

/** One transition matrix, shaded; of many classes, where the flipped labels of each mostly went. */
final class TransitionTable {
  private static final int MOST_CLASSES = 20;
  private static final int SHADES = 10;

  private TransitionTable() {}

  static Element of(String heading, Run run) {
    Labels draw = run.record().labels();
    int classes = draw.transitions().size();
    String caption =
        String.format(
            Locale.ROOT,
            "Noise seed %d: %s %% of the labels flipped",
            run.record().cell().noise().seed(),
            Figures.percent(draw.effectiveRate()));
    Element table = Grid.table(caption).style("matrix");
    table.add(classes <= MOST_CLASSES ? head(classes) : shortHead());
    Element body = Element.of("tbody");
    for (int row = 0; row < classes; row++) {
      Element cells =
          Element.of("tr").add(Element.of("th", Integer.toString(row)).with("scope", "row"));
      body.add(
          classes <= MOST_CLASSES
              ? cells.add(shaded(draw.transitions().get(row)))
              : cells.add(mostly(draw.transitions().get(row), row)));
    }
    return Grid.scrolling("Transition matrix of " + heading, table.add(body));
  }

  private static Element head(int classes) {
    Element row = Element.of("tr").add(Element.of("th", "true").with("scope", "col"));
    IntStream.range(0, classes).forEach(i -> row.add(Grid.heading(Integer.toString(i))));
    return Element.of("thead").add(row);
  }

  private static Element shortHead() {
    return Element.of("thead")
        .add(
            Element.of("tr")
                .add(Element.of("th", "true").with("scope", "col"))
                .add(Grid.heading("kept"))
                .add(Grid.heading("most often given instead")));
  }

  private static List<Element> shaded(List<Integer> counts) {
    long total = total(counts);
    return counts.stream()
        .map(
            count -> {
              double share = total == 0 ? 0 : (double) count / total;
              long shade = count == 0 ? 0 : Math.max(1, Math.round(share * SHADES));
              return Element.of("td")
                  .style("h h" + shade)
                  .add(Element.of("span", Figures.fixed(100 * share, 1)))
                  .add(Element.of("small", Figures.fixed(count, 0)));
            })
        .toList();
  }

  private static List<Element> mostly(List<Integer> counts, int own) {
    String others =
        IntStream.range(0, counts.size())
            .boxed()
            .filter(i -> i != own && counts.get(i) > 0)
            .sorted(Comparator.comparing((Integer i) -> -counts.get(i)))
            .limit(3)
            .map(i -> String.format(Locale.ROOT, "%d (%s)", i, Figures.fixed(counts.get(i), 0)))
            .collect(Collectors.joining(", "));
    double kept = total(counts) == 0 ? 0 : (double) counts.get(own) / total(counts);
    return List.of(
        Element.of("td", Figures.percent(kept) + " %").style("n"),
        Element.of("td", others.isEmpty() ? Figures.ABSENT : others).style("n"));
  }

  private static long total(List<Integer> counts) {
    return counts.stream().mapToLong(count -> count).sum();
  }
}
