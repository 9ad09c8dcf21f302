package org.noisemark.reports.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.noisemark.reports.page.html.Element;

/** Tables that stand for themselves, folded up but for the first. */
final class ListingsSection implements Section {
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
    return "The same runs, asked other questions.";
  }

  @Override
  public List<Element> body(Shown shown) {
    return shown.content().listings().stream().map(ListingsSection::block).toList();
  }

  private static Element block(Listing listing) {
    Element head = Element.of("tr");
    listing
        .columns()
        .forEach(
            column ->
                head.add(
                    Grid.sortable(column.heading(), column.numeric())
                        .with("title", column.description())));
    Element body = Element.of("tbody");
    for (List<String> row : listing.rows()) {
      Element cells = Element.of("tr");
      IntStream.range(0, row.size())
          .forEach(i -> cells.add(cell(row.get(i), listing.columns().get(i).numeric())));
      body.add(cells);
    }
    return Element.of("div")
        .style("block")
        .with("id", listing.id())
        .add(Element.of("h3", listing.title()))
        .add(Element.of("p", listing.note()))
        .add(
            Grid.scrolling(
                listing.title(), Element.of("table").add(Element.of("thead").add(head)).add(body)));
  }

  private static Element cell(String text, boolean numeric) {
    if (!numeric) {
      return Element.of("td", text);
    }
    if (text.isEmpty()) {
      return Grid.absent();
    }
    double value = Double.parseDouble(text.replace("INF", "Infinity"));
    return Grid.number(OptionalDouble.of(value), text);
  }
}
