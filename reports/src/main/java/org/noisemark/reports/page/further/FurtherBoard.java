package org.noisemark.reports.page.further;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.noisemark.reports.boards.Standing;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Grid;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Setting;

/**
 * A table of rows that were worked out beside the leaderboard.
 *
 * @param id unique on the page, as in a URL
 * @param note what is listed, in a sentence or two
 * @param origin what a row is of
 * @param rows may be none: then the note stands alone
 */
record FurtherBoard<R>(
    String id, String title, String note, Origin<R> origin, List<Column<R>> columns, List<R> rows) {

  /**
   * By what a row is filtered, and what it opens.
   *
   * @param setting its data set is empty where a row is of all of them
   * @param levels noises; none where a row is of all of them
   * @param runs that it comes from, but for cells that say otherwise; none where it comes from none
   *     of the page's
   */
  record Origin<R>(
      Function<R, Setting> setting,
      Function<R, List<NoiseLevel>> levels,
      Function<R, List<Run>> runs) {
    static <R> Origin<R> of(Function<R, Standing> standing) {
      return new Origin<>(
          standing.andThen(Standing::setting),
          standing.andThen(own -> List.of(own.level())),
          standing.andThen(Standing::runs));
    }
  }

  /** Of a table that is not folded up. */
  private static final int MOST_ROWS = 16;

  /** Characters of a text that stays on one line. */
  private static final int LONG = 32;

  Element block(Shown shown) {
    Element block =
        Element.of("div")
            .style("board")
            .with("id", id)
            .add(Element.of("h3", title))
            .add(Element.of("p", note).style("lead"));
    if (rows.isEmpty()) {
      return block;
    }
    Element head = Element.of("tr");
    columns.forEach(column -> head.add(Grid.sortable(column.heading(), column.numeric())));
    Element body = Element.of("tbody");
    rows.forEach(row -> body.add(row(shown, row)));
    Element table =
        Grid.scrolling(title, Element.of("table").add(Element.of("thead").add(head)).add(body));
    return block.add(
        rows.size() <= MOST_ROWS
            ? table
            : Grid.folded(String.format(Locale.ROOT, "All %d rows", rows.size()), List.of(table)));
  }

  private Element row(Shown shown, R row) {
    Element cells = Shown.marked(Element.of("tr"), origin.setting().apply(row));
    List<NoiseLevel> levels = origin.levels().apply(row);
    if (!levels.isEmpty()) {
      shown.under(cells, levels);
    }
    List<Run> own = origin.runs().apply(row);
    boolean opened = own.isEmpty();
    if (!opened) {
      cells.with("data-runs", shown.numbers().of(own));
    }
    for (Column<R> column : columns) {
      Cell cell = column.cell().apply(row);
      // The first number that has no runs of its own opens the row's.
      boolean first = !opened && cell.value().isPresent() && cell.runs().isEmpty();
      opened |= first;
      cells.add(cell(shown, first ? cell.from(own) : cell, column.numeric()));
    }
    return cells;
  }

  private static Element cell(Shown shown, Cell cell, boolean numeric) {
    Element content = Element.of("span");
    content.add(
        cell.runs().isEmpty() || cell.value().isEmpty()
            ? Element.of("span", cell.text())
            : shown.opening(cell.runs(), cell.text()));
    if (!cell.aside().isEmpty()) {
      content.add(Element.of("small", cell.aside()));
    }
    return numeric
        ? Grid.number(cell.value(), content)
        : Element.of("td").style(cell.text().length() > LONG ? "t long" : "t").add(content);
  }
}
