package org.noisemark.reports.page;

import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.page.parts.Costs;
import org.noisemark.reports.page.parts.Shown;
import org.noisemark.reports.results.Metric;

/** Which kind of cost is seen; one that no run measured cannot be chosen and says why. */
final class CostSwitch {
  private CostSwitch() {}

  static Element of(Shown shown) {
    Element choice = Element.of("fieldset").style("switch").add(Element.of("legend", "Cost in"));
    Element reasons = Element.of("p").style("reasons");
    for (Metric metric : Costs.METRICS) {
      boolean measured = measured(shown, metric);
      String id = "cost-" + Costs.id(metric);
      Element input =
          Element.of("input")
              .with("type", "radio")
              .with("name", "cost")
              .with("id", id)
              .with("value", Costs.id(metric))
              .flag("checked", metric == Metric.GRADIENT_EVALUATIONS)
              .flag("disabled", !measured);
      if (!measured) {
        input.with("aria-describedby", id + "-why");
        reasons.add(
            Element.of("span", Costs.name(metric) + ": " + Costs.absent(metric) + ". ")
                .with("id", id + "-why"));
      }
      choice.add(input).add(Element.of("label", shown.costs().label(metric)).with("for", id));
    }
    return Element.of("div").style("chooser").add(choice).add(reasons);
  }

  private static boolean measured(Shown shown, Metric metric) {
    return shown.derived().standings().stream()
        .anyMatch(standing -> metric.mean(standing.runs()).isPresent());
  }
}
