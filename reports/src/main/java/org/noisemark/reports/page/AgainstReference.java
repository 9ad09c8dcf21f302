package org.noisemark.reports.page;

import java.util.List;
import java.util.Locale;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.VersusReference;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;

/** What the methods of a board cost as multiples of a reference's, and what accuracy that buys. */
final class AgainstReference {
  private final Shown shown;
  private final String reference;

  private AgainstReference(Shown shown, String reference) {
    this.shown = shown;
    this.reference = reference;
  }

  /** Beside the last of the references. */
  static Element of(Shown shown, Board board, List<Metric> metrics) {
    return new AgainstReference(shown, shown.derived().references().last()).of(board, metrics);
  }

  private Element of(Board board, List<Metric> metrics) {
    if (board.rows().stream().noneMatch(row -> isReference(row.method()))) {
      return Element.of(
          "p", reference + " was not run here: there is nothing to hold the others against.");
    }
    String caption =
        String.format(
            Locale.ROOT, "Against %s: what it costs, and the accuracy it buys", reference);
    Element groups =
        Grid.groups()
            .add(Grid.group("Cost, × " + reference, metrics.size()))
            .add(
                Grid.group(
                    String.format(Locale.ROOT, "Test accuracy − %s's, points", reference),
                    board.levels().size()));
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    metrics.forEach(metric -> head.add(Grid.sortable(shown.costs().label(metric), true)));
    board
        .levels()
        .forEach(level -> head.add(shown.under(Grid.sortable(level.label(), true), level)));
    Element body = Element.of("tbody");
    for (Board.Costs costs : board.costs()) {
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(costs.label())));
      for (Metric metric : metrics) {
        row.add(CostSection.times(shown, costs.group(), metric, reference));
      }
      for (NoiseLevel level : board.levels()) {
        row.add(shown.under(bought(board.contest(level), costs.group().method()), level));
      }
      body.add(row);
    }
    return Grid.scrolling(
        caption + ": " + shown.title(board),
        Grid.table(caption)
            .style("stacked")
            .add(Element.of("thead").add(groups).add(head))
            .add(body));
  }

  /** Of a method that is tuned to each noise, a row a setting: what was run under this noise. */
  private Element bought(List<Standing> contest, Method method) {
    return contest.stream()
        .filter(standing -> standing.method().equals(method))
        .findFirst()
        .map(standing -> isReference(method) ? Grid.number(0, "reference") : difference(standing))
        .orElseGet(Grid::absent);
  }

  private Element difference(Standing standing) {
    return shown
        .derived()
        .versus(standing, reference)
        .flatMap(VersusReference::difference)
        .map(shown::difference)
        .orElseGet(Grid::absent);
  }

  private boolean isReference(Method method) {
    return method.optimizer().equals(reference);
  }
}
