package org.noisemark.reports.page.curves;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.noisemark.reports.records.RunRecord.Epoch;

/**
 * A learning curve, of a run or the mean of several.
 *
 * @param epochs from 1 on: what was measured after each
 */
record Curve(List<Map<Quantity, Double>> epochs) {

  static Curve of(List<Epoch> epochs) {
    return new Curve(epochs.stream().map(Curve::measured).toList());
  }

  /** Epoch by epoch, over the curves that got there. */
  static Curve mean(List<Curve> curves) {
    int last = curves.stream().mapToInt(Curve::last).max().orElse(0);
    return new Curve(
        IntStream.rangeClosed(1, last).mapToObj(epoch -> mean(curves, epoch)).toList());
  }

  int last() {
    return epochs.size();
  }

  /** Empty where not measured, or after the last epoch. */
  OptionalDouble at(int epoch, Quantity quantity) {
    Double value = epoch > last() ? null : epochs.get(epoch - 1).get(quantity);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Map<Quantity, Double> measured(Epoch epoch) {
    var values = new EnumMap<Quantity, Double>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      values.put(quantity, quantity.after(epoch));
    }
    return values;
  }

  private static Map<Quantity, Double> mean(List<Curve> curves, int epoch) {
    var means = new EnumMap<Quantity, Double>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      curves.stream()
          .flatMapToDouble(curve -> curve.at(epoch, quantity).stream())
          .average()
          .ifPresent(mean -> means.put(quantity, mean));
    }
    return means;
  }
}
