package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;

/** Tables that stand for themselves. */
final class ListingsSection implements Section {
  /** Of a table that is not folded up. */
  private static final int MOST_ROWS = 16;

  /** Characters of a text that stays on one line. */
  private static final int LONG = 32;

  @Override
  public String id() {
    return "boards";
  }

  @Override
  public String title() {
    return "Further boards";
  }

  @Override
  public String lead() {
    return "The same runs, asked other questions; each board is a CSV file beside this page.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return shown.content().listings().stream().map(listing -> block(shown, listing)).toList();
  }

  private static Element block(Shown shown, Listing listing) {
    Element block =
        Element.of("div")
            .style("board")
            .with("id", listing.id())
            .add(Element.of("h3", listing.title()))
            .add(Element.of("p", listing.note()).style("lead"));
    if (listing.rows().isEmpty()) {
      return block;
    }
    Element head = Element.of("tr");
    listing
        .columns()
        .forEach(column -> head.add(Grid.sortable(column.heading(), column.numeric())));
    Element body = Element.of("tbody");
    listing.rows().forEach(row -> body.add(row(shown, listing, row)));
    Element table =
        Grid.scrolling(
            listing.title(), Element.of("table").add(Element.of("thead").add(head)).add(body));
    return block.add(
        listing.rows().size() <= MOST_ROWS
            ? table
            : Grid.folded("All %d rows".formatted(listing.rows().size()), List.of(table)));
  }

  private static Element row(Shown shown, Listing listing, Listing.Row row) {
    Element cells = Element.of("tr");
    mark(cells, "data-dataset", row.dataset());
    mark(cells, "data-network", row.network());
    mark(cells, "data-engine", row.engine());
    if (!row.levels().isEmpty()) {
      shown.under(cells, row.levels());
    }
    row.runs().ifPresent(runs -> cells.with("data-runs", runs.text()));
    int first = firstNumber(row);
    IntStream.range(0, row.cells().size())
        .forEach(
            i -> {
              Cell cell = row.cells().get(i);
              Optional<PageContent.Runs> opens =
                  i == first ? row.runs() : cell.runs(); // the first has none of its own
              cells.add(cell(cell, listing.columns().get(i).numeric(), opens));
            });
    return cells;
  }

  private static void mark(Element row, String filter, String value) {
    if (!value.isEmpty()) {
      row.with(filter, value);
    }
  }

  /** Which cell opens the row's runs; -1 if none holds a number. */
  private static int firstNumber(Listing.Row row) {
    return IntStream.range(0, row.cells().size())
        .filter(i -> row.cells().get(i).value().isPresent())
        .filter(i -> row.cells().get(i).runs().isEmpty())
        .findFirst()
        .orElse(-1);
  }

  private static Element cell(Cell cell, boolean numeric, Optional<PageContent.Runs> runs) {
    Element shown = Element.of("span");
    shown.add(
        runs.filter(any -> cell.value().isPresent())
            .map(opens -> Grid.opening(opens, cell.text()))
            .orElseGet(() -> Element.of("span", cell.text())));
    if (!cell.aside().isEmpty()) {
      shown.add(Element.of("small", cell.aside()));
    }
    if (numeric) {
      return Grid.number(cell.value(), shown);
    }
    return Element.of("td").style(cell.text().length() > LONG ? "t long" : "t").add(shown);
  }
}
