package org.noisemark.reports.page.parts;

import java.util.List;
import java.util.OptionalDouble;
import org.noisemark.reports.page.html.Element;

/** Pieces of tables. A cell carries its value unrounded, by which a column is sorted. */
public final class Grid {
  private Grid() {}

  /** A table that scrolls sideways on its own where the screen is narrow. */
  public static Element scrolling(String name, Element table) {
    return Element.of("div")
        .style("scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", name)
        .add(table);
  }

  public static Element table(String caption) {
    return Element.of("table").add(Element.of("caption").add(Element.of("span", caption)));
  }

  /** A heading that sorts its column. */
  public static Element sortable(String heading, boolean numeric) {
    return Element.of("th")
        .with("scope", "col")
        .with("aria-sort", "none")
        .style(numeric ? "n" : "t")
        .add(Element.of("button", heading).with("type", "button").style("sort"));
  }

  public static Element heading(String heading) {
    return Element.of("th", heading).with("scope", "col").style("n");
  }

  /** A row of headings over several columns each, but for the first column. */
  public static Element groups() {
    return Element.of("tr").style("groups").add(Element.of("td"));
  }

  public static Element group(String heading, int columns) {
    return Element.of("th", heading)
        .with("scope", "colgroup")
        .with("colspan", Integer.toString(columns));
  }

  public static Element row(Element name) {
    return Element.of("th").with("scope", "row").add(name);
  }

  public static Element number(double value, String text) {
    return number(value, Element.of("span", text));
  }

  public static Element number(double value, Element shown) {
    return number(OptionalDouble.of(value), shown);
  }

  public static Element number(OptionalDouble value, String text) {
    return number(value, Element.of("span", text));
  }

  public static Element number(OptionalDouble value, Element shown) {
    return Element.of("td")
        .style("n")
        .with("data-v", value.isPresent() ? Double.toString(value.getAsDouble()) : "")
        .add(shown);
  }

  public static Element absent() {
    return number(OptionalDouble.empty(), Figures.ABSENT);
  }

  /** A chart with its table folded up beneath. */
  public static Element figure(String caption, Element chart, Element table) {
    return Element.of("figure")
        .add(Element.of("figcaption", caption))
        .add(chart)
        .add(folded("Table", List.of(table)));
  }

  public static Element folded(String summary, List<Element> content) {
    return Element.of("details").add(Element.of("summary", summary)).add(content);
  }
}
