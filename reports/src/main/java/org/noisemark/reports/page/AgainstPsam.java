package org.noisemark.reports.page;

import java.util.List;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.boards.VersusPsam;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Metric;

/** What the methods of a board cost as multiples of PSAM's, and what accuracy that buys. */
final class AgainstPsam {
  private AgainstPsam() {}

  static Element of(Shown shown, Board board, List<Metric> metrics) {
    if (board.rows().stream().noneMatch(row -> isPsam(row.method()))) {
      return Element.of("p", "PSAM was not run here: there is nothing to hold the others against.");
    }
    String caption = "Against PSAM: what it costs, and the accuracy it buys";
    Element groups =
        Grid.groups()
            .add(Grid.group("Cost, × PSAM", metrics.size()))
            .add(Grid.group("Test accuracy − PSAM's, points", board.levels().size()));
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    metrics.forEach(metric -> head.add(Grid.sortable(shown.costs().label(metric), true)));
    board
        .levels()
        .forEach(level -> head.add(shown.under(Grid.sortable(level.label(), true), level)));
    Element body = Element.of("tbody");
    for (Board.Costs costs : board.costs()) {
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(costs.label())));
      for (Metric metric : metrics) {
        row.add(CostSection.times(shown, costs.group(), metric, VersusPsam.PSAM));
      }
      for (NoiseLevel level : board.levels()) {
        row.add(shown.under(bought(shown, board.contest(level), costs.group().method()), level));
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
  private static Element bought(Shown shown, List<Standing> contest, Method method) {
    return contest.stream()
        .filter(standing -> standing.method().equals(method))
        .findFirst()
        .map(
            standing ->
                isPsam(method) ? Grid.number(0, "reference") : difference(shown, standing, contest))
        .orElseGet(Grid::absent);
  }

  private static Element difference(Shown shown, Standing standing, List<Standing> contest) {
    return VersusPsam.of(standing, contest)
        .flatMap(VersusPsam::difference)
        .map(shown::difference)
        .orElseGet(Grid::absent);
  }

  private static boolean isPsam(Method method) {
    return method.optimizer().equals(VersusPsam.PSAM);
  }
}
