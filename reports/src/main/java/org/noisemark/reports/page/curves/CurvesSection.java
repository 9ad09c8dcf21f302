package org.noisemark.reports.page.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.page.chart.Axis;
import org.noisemark.reports.page.chart.CurvePanel;
import org.noisemark.reports.page.chart.Description;
import org.noisemark.reports.page.chart.Ticks;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Figures;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Section;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;

/** Learning curves, a row of panels a noise and a panel a method. */
public final class CurvesSection implements Section {
  private static final Ticks PERCENT = Ticks.enclosing(0, 100, 5);

  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "Learning curves and memorisation";
  }

  @Override
  public String lead(Shown shown) {
    return "Means over the seeds of the runs that ended well. Memorisation sets in, at the flagged"
        + " line, at the first epoch from which on the accuracy on flipped labels against the wrong"
        + " label rises while the test accuracy falls, neither coming back to where it was, if over"
        + " seeds the 95 % intervals of both changes up to the last epoch leave 0 out.";
  }

  @Override
  public List<Element> body(Shown shown) {
    var blocks = new ArrayList<Element>();
    blocks.add(Quantity.legend());
    List<Board> boards = shown.boards();
    for (Board board : boards) {
      Element block = shown.block(board);
      for (NoiseLevel level : board.levels()) {
        String id =
            String.format(
                Locale.ROOT, "curves-%d-%d", boards.indexOf(board), board.levels().indexOf(level));
        block.add(level(shown, board, level, id));
      }
      blocks.add(block);
    }
    return blocks;
  }

  private static Element level(Shown shown, Board board, NoiseLevel level, String id) {
    List<MethodCurves> methods =
        shown.rows(board, level).stream().map(row -> MethodCurves.of(row, level)).toList();
    Element panels = Element.of("div").style("panels");
    IntStream.range(0, methods.size())
        .forEach(i -> panels.add(panel(shown, methods.get(i), level, id + "-" + i)));
    Element numbers = CurveNumbers.of(shown, shown.title(board), level, methods);
    Element group = Element.of("div").style("curves");
    group.add(Element.of(shown.boards().size() == 1 ? "h3" : "h4", level.label()));
    group.add(panels).add(Grid.folded("Table", List.of(numbers)));
    return shown.under(group, level);
  }

  private static Element panel(Shown shown, MethodCurves method, NoiseLevel level, String id) {
    Element figure = Element.of("figure").style("panel");
    Element caption = Element.of("figcaption").add(shown.looks().name(method.label()));
    Curve mean = method.mean();
    if (mean.last() == 0) {
      return figure.add(caption).add(Element.of("p", "No run ended well."));
    }
    Optional<Memorisation> found = Memorisation.of(mean);
    Optional<Memorisation> onset = found.filter(one -> one.isTold(method.seeds()));
    String told = found.map(one -> told(one, onset.isPresent())).orElseGet(() -> absence(mean));
    var chart =
        CurvePanel.of(
            new Description(
                id,
                String.format(
                    Locale.ROOT, "Learning curves of %s under %s", method.label(), level.label()),
                told),
            new Axis("Epoch", Ticks.counting(mean.last(), 4), Figures::tick),
            new Axis("Accuracy, %", PERCENT, Figures::tick),
            Quantity.traces(mean),
            onset.map(one -> OptionalInt.of(one.epoch())).orElse(OptionalInt.empty()));
    return figure.add(caption).add(chart).add(Element.of("p", told));
  }

  private static String told(Memorisation onset, boolean told) {
    String changes =
        String.format(
            Locale.ROOT,
            "epoch %d: %s points memorised, %s test",
            onset.epoch(),
            Figures.points(onset.gained()),
            Figures.points(-onset.lost()));
    return told ? "Memorises from " + changes : "Not told from chance: from " + changes;
  }

  private static String absence(Curve curve) {
    return curve.epochs().stream().noneMatch(epoch -> epoch.get(Quantity.MEMORISED) != null)
        ? "No flipped label was followed."
        : "Memorisation does not set in.";
  }
}
