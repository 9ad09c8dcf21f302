package org.noisemark.reports.page;

import java.util.List;
import java.util.stream.Collectors;
import org.noisemark.reports.page.html.Element;

/** The content with what all sections share: looks, and the marks that filters go by. */
record Shown(PageContent content, Looks looks) {

  static Shown of(PageContent content) {
    return new Shown(content, new Looks(content));
  }

  /** A kind of cost for a heading; money by its currency, where that is known. */
  String label(CostKind kind) {
    return kind == CostKind.MONEY
        ? content
            .prices()
            .map(prices -> kind.label() + ", " + prices.currency())
            .orElse(kind.label())
        : kind.label();
  }

  /** Likewise behind a number or within a sentence. */
  String unit(CostKind kind) {
    return kind == CostKind.MONEY
        ? content
            .prices()
            .map(prices -> prices.currency() + ", by the prices of " + prices.date())
            .orElse(kind.unit())
        : kind.unit();
  }

  /** An element that stays while the filters let its setting through. */
  Element block(Setting setting) {
    Element block =
        Element.of("div")
            .style("block")
            .with("data-dataset", setting.dataset())
            .with("data-network", setting.network())
            .with("data-engine", setting.engine());
    return content.settings().size() == 1 ? block : block.add(Element.of("h3", setting.title()));
  }

  /** Marks an element that stays while the filters let one of these noises through. */
  Element under(Element element, List<PageContent.Level> levels) {
    return element.with(
        "data-noise",
        levels.stream()
            .map(level -> Integer.toString(content.levels().indexOf(level)))
            .collect(Collectors.joining(" ")));
  }

  Element under(Element element, PageContent.Level level) {
    return under(element, List.of(level));
  }
}
