package org.noisemark.reports.page.curves;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.noisemark.reports.page.chart.Trace;
import org.noisemark.reports.page.html.Element;
import org.noisemark.reports.records.RunRecord.Epoch;

/** What a learning curve shows, each with a colour and a dash of its own. */
enum Quantity {
  TEST("Test accuracy, clean labels", Epoch::testAccuracy),
  VALIDATION("Validation accuracy, noisy labels", Epoch::validationAccuracy),
  MEMORISED("Flipped labels, against the wrong label", Epoch::flippedNoisyAccuracy),
  CORRECTED("Flipped labels, against the true label", Epoch::flippedTrueAccuracy);

  /** Of a line: more are not told apart in a panel. */
  private static final int MOST_POINTS = 80;

  private final String label;
  private final Function<Epoch, Double> value;

  Quantity(String label, Function<Epoch, Double> value) {
    this.label = label;
    this.value = value;
  }

  String label() {
    return label;
  }

  /** Null where not measured. */
  Double after(Epoch epoch) {
    return value.apply(epoch);
  }

  static List<Trace> traces(Curve curve) {
    return Arrays.stream(values())
        .map(quantity -> new Trace(quantity.style(), quantity.points(curve)))
        .toList();
  }

  /** Of long curves every so many epochs, and the last. */
  private List<double[]> points(Curve curve) {
    int every = (curve.last() + MOST_POINTS - 1) / MOST_POINTS;
    return IntStream.rangeClosed(1, curve.last())
        .filter(epoch -> (curve.last() - epoch) % every == 0)
        .filter(epoch -> curve.at(epoch, this).isPresent())
        .mapToObj(epoch -> new double[] {epoch, 100 * curve.at(epoch, this).getAsDouble()})
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
