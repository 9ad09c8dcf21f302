package org.noisemark.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Costs;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Metric;

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
  public String lead(Shown shown) {
    return "Mean cost of a run across, test accuracy after the last epoch up, with its 95 %"
        + " interval. Ringed methods are on the Pareto front: no other is at least as accurate for"
        + " at most the cost. The staircase is the most that can be had for a cost. Of equal cost,"
        + " methods stand side by side.";
  }

  @Override
  public List<Element> body(Shown shown) {
    var blocks = new ArrayList<Element>();
    blocks.add(CostSwitch.of(shown));
    List<Board> boards = shown.boards();
    for (Board board : boards) {
      Element block = shown.block(board).add(shown.looks().legend(shown.rows(board)));
      for (Metric cost : Costs.METRICS) {
        block.add(charts(shown, board, cost, "pareto-" + boards.indexOf(board)));
      }
      blocks.add(block);
    }
    return blocks;
  }

  private static Element charts(Shown shown, Board board, Metric cost, String id) {
    Element charts =
        Element.of("div")
            .style("charts")
            .with("data-cost", Costs.id(cost))
            .flag("hidden", cost != Metric.GRADIENT_EVALUATIONS);
    boolean any = false;
    for (NoiseLevel level : board.levels()) {
      var figure = new ParetoFigure(shown, board, level, cost);
      if (!figure.isEmpty()) {
        String part =
            String.format(
                Locale.ROOT, "%s-%s-%d", id, Costs.id(cost), board.levels().indexOf(level));
        charts.add(shown.under(figure.of(shown.title(board), part), level));
        any = true;
      }
    }
    return any ? charts : charts.add(Element.of("p", Costs.name(cost) + ": not measured here."));
  }
}
