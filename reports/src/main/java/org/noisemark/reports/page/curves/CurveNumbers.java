package org.noisemark.reports.page.curves;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;

/**
 * The learning curves under one noise as numbers; of long ones some epochs, the last among them.
 */
final class CurveNumbers {
  private static final int MOST_ROWS = 12;

  private CurveNumbers() {}

  static Element of(Shown shown, String title, NoiseLevel level, List<MethodCurves> methods) {
    String caption =
        String.format(Locale.ROOT, "Accuracies over epochs under %s, percent", level.label());
    Element head = Element.of("tr").add(Element.of("th", "Optimizer").with("scope", "col"));
    head.add(Grid.heading("Epoch"));
    for (Quantity quantity : Quantity.values()) {
      head.add(Grid.heading(quantity.label()));
    }
    Element table = Grid.table(caption).add(Element.of("thead").add(head));
    for (MethodCurves method : methods) {
      Element body = Element.of("tbody");
      shownEpochs(method.mean().last()).forEach(epoch -> body.add(row(shown, method, epoch)));
      table.add(body);
    }
    boolean all = methods.stream().allMatch(method -> method.mean().last() <= MOST_ROWS);
    Element note = Element.of("p", all ? "" : "Some epochs; curves.csv holds all.");
    return Element.of("div").add(Grid.scrolling(caption + ": " + title, table)).add(note);
  }

  private static Element row(Shown shown, MethodCurves method, int epoch) {
    Element row =
        shown.row(method.runs(), method.label()).add(Grid.number(epoch, Integer.toString(epoch)));
    for (Quantity quantity : Quantity.values()) {
      OptionalDouble value = method.mean().at(epoch, quantity);
      String text = Figures.percent(value);
      row.add(
          quantity == Quantity.TEST && value.isPresent()
              ? Grid.number(value, shown.opening(method.runs(), text))
              : Grid.number(value, text));
    }
    return row;
  }

  /** Evenly spaced, first and last included. */
  private static IntStream shownEpochs(int last) {
    int rows = Math.min(MOST_ROWS, last);
    return IntStream.range(0, rows)
        .map(i -> rows == 1 ? 1 : 1 + (int) Math.round(i * (last - 1.0) / (rows - 1)))
        .distinct();
  }
}
