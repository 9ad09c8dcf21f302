package org.noisemark.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Group;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Costs;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;

/** What an optimizer costs against a reference and what that buys; then against each of them. */
final class CostSection implements Section {
  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Cost";
  }

  @Override
  public String lead(Shown shown) {
    return String.format(
            Locale.ROOT,
            "Means per run over all noises and seeds, as multiples of %s's, beside the accuracy",
            shown.derived().references().last())
        + String.format(
            Locale.ROOT,
            " that they buy: the difference to %s in percentage points, paired by seed, with its",
            shown.derived().references().last())
        + " 95 % interval; in colour where that leaves 0 out.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return shown.boards().stream()
        .map(
            board ->
                shown
                    .block(board)
                    .add(AgainstReference.of(shown, board, measured(board)))
                    .add(relative(shown, board, measured(board))))
        .toList();
  }

  private static Element relative(Shown shown, Board board, List<Metric> metrics) {
    List<String> references = shown.derived().references().optimizers();
    String caption =
        "A run's mean cost, and as a multiple of that of " + String.join(", ", references);
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    head.add(Grid.sortable("Runs", true));
    Element groups = Grid.groups().add(Element.of("td").with("colspan", "1"));
    for (Metric metric : metrics) {
      groups.add(Grid.group(shown.costs().label(metric), 1 + references.size()));
      head.add(Grid.sortable("mean", true));
      references.forEach(optimizer -> head.add(Grid.sortable("×\u00a0" + optimizer, true)));
    }
    Element body = Element.of("tbody");
    for (Board.Costs costs : board.costs()) {
      List<Run> runs = costs.group().runs();
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(costs.label())));
      row.add(Grid.number(runs.size(), shown.opening(runs, Integer.toString(runs.size()))));
      for (Metric metric : metrics) {
        row.add(mean(shown, metric.mean(runs), runs, decimals(board, metric)));
        references.forEach(optimizer -> row.add(times(shown, costs.group(), metric, optimizer)));
      }
      body.add(row);
    }
    return Grid.scrolling(
        caption + ": " + shown.title(board),
        Grid.table(caption).add(Element.of("thead").add(groups).add(head)).add(body));
  }

  private static Element mean(Shown shown, OptionalDouble mean, List<Run> runs, int decimals) {
    return mean.isEmpty()
        ? Grid.absent()
        : Grid.number(mean, shown.opening(runs, Figures.fixed(mean, decimals)));
  }

  /** A method's cost as a multiple of that of another optimizer, if there is one. */
  static Element times(Shown shown, Group group, Metric metric, String optimizer) {
    OptionalDouble multiple = group.ratio(metric, optimizer);
    return multiple.isEmpty()
        ? Grid.absent()
        : Grid.number(
            multiple, shown.opening(group.compared(optimizer), Figures.fixed(multiple, 2)));
  }

  private static int decimals(Board board, Metric metric) {
    return Figures.decimals(means(board, metric).max().orElse(0));
  }

  private static List<Metric> measured(Board board) {
    return Costs.METRICS.stream()
        .filter(metric -> means(board, metric).findAny().isPresent())
        .toList();
  }

  private static DoubleStream means(Board board, Metric metric) {
    return board.costs().stream()
        .flatMapToDouble(costs -> metric.mean(costs.group().runs()).stream());
  }
}
