package org.noisemark.reports.page;

import org.noisemark.reports.page.html.Element;

/** Which kind of cost is seen; one that no run measured cannot be chosen and says why. */
final class CostSwitch {
  private CostSwitch() {}

  static Element of(Shown shown) {
    Element choice = Element.of("fieldset").style("switch").add(Element.of("legend", "Cost in"));
    Element reasons = Element.of("p").style("reasons");
    for (CostKind kind : CostKind.values()) {
      boolean measured = ParetoSection.measured(shown.content(), kind);
      String id = "cost-" + kind.id();
      Element input =
          Element.of("input")
              .with("type", "radio")
              .with("name", "cost")
              .with("id", id)
              .with("value", kind.id())
              .flag("checked", kind == CostKind.GRADIENT_EVALUATIONS)
              .flag("disabled", !measured);
      if (!measured) {
        input.with("aria-describedby", id + "-why");
        reasons.add(
            Element.of("span", kind.label() + ": " + kind.absent() + ". ").with("id", id + "-why"));
      }
      choice.add(input).add(Element.of("label", shown.label(kind)).with("for", id));
    }
    return Element.of("div").style("chooser").add(choice).add(reasons);
  }
}
