package org.noisemark.reports.page;

import java.util.List;
import java.util.OptionalDouble;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.statistics.Estimate;

/** Pieces of tables. A cell carries its value unrounded, by which a column is sorted. */
final class Grid {
  private Grid() {}

  /** A table that scrolls sideways on its own where the screen is narrow. */
  static Element scrolling(String name, Element table) {
    return Element.of("div")
        .style("scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", name)
        .add(table);
  }

  static Element table(String caption) {
    return Element.of("table").add(Element.of("caption").add(Element.of("span", caption)));
  }

  /** A heading that sorts its column. */
  static Element sortable(String heading, boolean numeric) {
    return Element.of("th")
        .with("scope", "col")
        .with("aria-sort", "none")
        .style(numeric ? "n" : "t")
        .add(Element.of("button", heading).with("type", "button").style("sort"));
  }

  static Element heading(String heading) {
    return Element.of("th", heading).with("scope", "col").style("n");
  }

  static Element row(Element name) {
    return Element.of("th").with("scope", "row").add(name);
  }

  static Element number(OptionalDouble value, String text) {
    return number(value, Element.of("span", text));
  }

  static Element number(OptionalDouble value, Element shown) {
    return Element.of("td")
        .style("n")
        .with("data-v", value.isPresent() ? Double.toString(value.getAsDouble()) : "")
        .add(shown);
  }

  /** A number that opens the runs it comes from. */
  static Element opening(PageContent.Runs runs, String text) {
    return Element.of("button", text)
        .with("type", "button")
        .style("open")
        .with("data-runs", runs.text());
  }

  /**
   * A paired difference in percentage points, marked where its interval leaves 0 out; opens the
   * runs of both methods.
   */
  static Element difference(Traced traced) {
    Estimate estimate = traced.estimate();
    boolean told = estimate.interval().map(bounds -> !bounds.contains(0)).orElse(false);
    Element mean = opening(traced.runs(), Figures.points(estimate.mean()));
    Element shown =
        Element.of("span")
            .style(!told ? "even" : estimate.mean() > 0 ? "above" : "below")
            .add(mean)
            .add(Element.of("small", Figures.signedBounds(estimate.interval())));
    return number(OptionalDouble.of(estimate.mean()), shown);
  }

  static Element absent() {
    return number(OptionalDouble.empty(), Figures.ABSENT);
  }

  /** A chart with its table folded up beneath. */
  static Element figure(String caption, Element chart, Element table) {
    return Element.of("figure")
        .add(Element.of("figcaption", caption))
        .add(chart)
        .add(folded("Table", List.of(table)));
  }

  static Element folded(String summary, List<Element> content) {
    return Element.of("details").add(Element.of("summary", summary)).add(content);
  }
}
