package org.noisemark.reports.page;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.noisemark.reports.page.chart.Trace;
import org.noisemark.reports.page.html.Element;

/** What a learning curve shows, each with a colour and a dash of its own. */
enum Quantity {
  TEST("Test accuracy, clean labels", CurvePoint::test),
  VALIDATION("Validation accuracy, noisy labels", CurvePoint::validation),
  MEMORISED("Flipped labels, against the wrong label", CurvePoint::flippedNoisy),
  CORRECTED("Flipped labels, against the true label", CurvePoint::flippedTrue);

  private final String label;
  private final Function<CurvePoint, OptionalDouble> value;

  Quantity(String label, Function<CurvePoint, OptionalDouble> value) {
    this.label = label;
    this.value = value;
  }

  String label() {
    return label;
  }

  OptionalDouble at(CurvePoint point) {
    return value.apply(point);
  }

  static List<Trace> traces(List<CurvePoint> curve) {
    return Arrays.stream(values())
        .map(
            quantity ->
                new Trace(
                    quantity.style(),
                    curve.stream()
                        .filter(point -> quantity.at(point).isPresent())
                        .map(
                            point ->
                                new double[] {
                                  point.epoch(), 100 * quantity.at(point).getAsDouble()
                                })
                        .toList()))
        .toList();
  }

  static Element legend() {
    Element list = Element.of("ul").style("legend");
    for (Quantity quantity : values()) {
      Element swatch =
          Element.of("svg")
              .style("swatch " + quantity.style())
              .with("viewBox", "0 0 26 12")
              .with("aria-hidden", "true")
              .add(Element.of("path").style("line").with("d", "M0,6H26"));
      list.add(Element.of("li").add(swatch).text(quantity.label));
    }
    return list;
  }

  private String style() {
    return "q" + ordinal();
  }
}
