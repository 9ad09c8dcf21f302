package org.noisemark.reports.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.noisemark.reports.statistics.Estimate;

/**
 * Where a network begins to memorise wrong labels at the expense of what it had learned.
 *
 * @param epoch at which it sets in
 * @param gained accuracy on flipped examples against the wrong label, from then to the last epoch
 * @param lost test accuracy from then to the last epoch
 * @param last epoch at which both were measured
 */
record Memorisation(int epoch, double gained, double lost, int last) {

  /**
   * Returns the first epoch from which on the accuracy on flipped labels against the wrong label
   * rises while the test accuracy falls. Of the epochs at which both were measured that is the
   * first, e, such that at every later one the test accuracy is below that at e and the accuracy
   * against the wrong label is above that at e. Both may waver in between; neither comes back.
   *
   * <p>So e is never before the (last) best epoch, and a curve that ends at its best has none, as
   * has one with fewer than two such epochs.
   *
   * @param curve ascending in epoch
   */
  static Optional<Memorisation> of(List<CurvePoint> curve) {
    List<CurvePoint> measured =
        curve.stream()
            .filter(point -> point.test().isPresent() && point.flippedNoisy().isPresent())
            .toList();
    // From the end: the lowest memorised and the highest test accuracy of all later epochs.
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    CurvePoint first = null;
    for (int i = measured.size() - 1; i >= 0; i--) {
      CurvePoint point = measured.get(i);
      double memorised = point.flippedNoisy().getAsDouble();
      double test = point.test().getAsDouble();
      if (i < measured.size() - 1 && memorised < lowest && test > highest) {
        first = point;
      }
      lowest = Math.min(lowest, memorised);
      highest = Math.max(highest, test);
    }
    if (first == null) {
      return Optional.empty();
    }
    CurvePoint last = measured.get(measured.size() - 1);
    return Optional.of(
        new Memorisation(
            first.epoch(),
            last.flippedNoisy().getAsDouble() - first.flippedNoisy().getAsDouble(),
            first.test().getAsDouble() - last.test().getAsDouble(),
            last.epoch()));
  }

  /**
   * Whether it is more than chance: over seeds, the 95 % intervals of what is gained and of what is
   * lost leave 0 out.
   *
   * @param seeds the curves that the one it was found in is the mean of
   */
  boolean isTold(List<List<CurvePoint>> seeds) {
    return increases(seeds, CurvePoint::flippedNoisy, epoch, last)
        && increases(seeds, CurvePoint::test, last, epoch);
  }

  private static boolean increases(
      List<List<CurvePoint>> seeds,
      Function<CurvePoint, OptionalDouble> accuracy,
      int from,
      int to) {
    double[] changes =
        seeds.stream()
            .map(curve -> change(curve, accuracy, from, to))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return changes.length > 1
        && Estimate.of(changes).interval().map(bounds -> bounds.low() > 0).orElse(false);
  }

  private static OptionalDouble change(
      List<CurvePoint> curve, Function<CurvePoint, OptionalDouble> accuracy, int from, int to) {
    OptionalDouble before = at(curve, accuracy, from);
    OptionalDouble after = at(curve, accuracy, to);
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble at(
      List<CurvePoint> curve, Function<CurvePoint, OptionalDouble> accuracy, int epoch) {
    return curve.stream()
        .filter(point -> point.epoch() == epoch)
        .map(accuracy)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }
}
