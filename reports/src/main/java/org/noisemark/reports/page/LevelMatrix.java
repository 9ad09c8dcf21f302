package org.noisemark.reports.page;

import java.util.List;
import java.util.function.Function;
import org.noisemark.reports.boards.Board;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;

/** A table of a board: methods down, noises across. */
final class LevelMatrix {
  private LevelMatrix() {}

  /**
   * @param levels columns
   * @param cell of a method that stands under a noise
   */
  static Element of(
      Shown shown,
      Board board,
      String caption,
      List<NoiseLevel> levels,
      Function<Standing, Element> cell) {
    Element head = Element.of("tr").add(Grid.sortable("Optimizer", false));
    levels.forEach(level -> head.add(shown.under(Grid.sortable(level.label(), true), level)));
    Element body = Element.of("tbody");
    for (Board.Row method : shown.rows(board)) {
      Element row = Element.of("tr").add(Grid.row(shown.looks().name(method.label())));
      for (NoiseLevel level : levels) {
        Standing standing = method.standings().get(level);
        row.add(shown.under(standing == null ? Grid.absent() : cell.apply(standing), level));
      }
      body.add(row);
    }
    Element table = Grid.table(caption).add(Element.of("thead").add(head)).add(body);
    return Grid.scrolling(caption + ": " + shown.title(board), table);
  }
}
