package org.noisemark.reports.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;

/**
 * The learning curves under one noise as numbers; of long ones some epochs, the last among them.
 */
final class CurveNumbers {
  private static final int MOST_ROWS = 12;

  private CurveNumbers() {}

  static Element of(Shown shown, Setting setting, PageContent.Level level) {
    String caption = "Accuracies over epochs under %s, percent".formatted(level.label());
    Element head = Element.of("tr").add(Element.of("th", "Optimizer").with("scope", "col"));
    head.add(Grid.heading("Epoch"));
    for (Quantity quantity : Quantity.values()) {
      head.add(Grid.heading(quantity.label()));
    }
    Element table = Grid.table(caption).add(Element.of("thead").add(head));
    for (Entry entry : setting.at(level)) {
      Element body = Element.of("tbody");
      for (int index : shownRows(entry.curve().size())) {
        CurvePoint point = entry.curve().get(index);
        Element row =
            Element.of("tr")
                .with("data-runs", entry.runs().text())
                .add(Grid.row(shown.looks().name(entry.method())))
                .add(
                    Grid.number(OptionalDouble.of(point.epoch()), Integer.toString(point.epoch())));
        for (Quantity quantity : Quantity.values()) {
          OptionalDouble value = quantity.at(point);
          row.add(
              quantity == Quantity.TEST && value.isPresent()
                  ? Grid.number(value, Grid.opening(entry.runs(), Figures.percent(value)))
                  : Grid.number(value, Figures.percent(value)));
        }
        body.add(row);
      }
      table.add(body);
    }
    boolean all = setting.at(level).stream().allMatch(entry -> entry.curve().size() <= MOST_ROWS);
    Element note = Element.of("p", all ? "" : "Some epochs; curves.csv holds all.");
    return Element.of("div").add(Grid.scrolling(caption + ": " + setting.title(), table)).add(note);
  }

  /** Evenly spaced, first and last included. */
  private static List<Integer> shownRows(int epochs) {
    int rows = Math.min(MOST_ROWS, epochs);
    var shown = new TreeSet<Integer>();
    IntStream.range(0, rows)
        .forEach(i -> shown.add(rows == 1 ? 0 : (int) Math.round(i * (epochs - 1.0) / (rows - 1))));
    return List.copyOf(shown);
  }
}
