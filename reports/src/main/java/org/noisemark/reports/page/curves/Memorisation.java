package org.noisemark.reports.page.curves;

import static org.noisemark.reports.page.curves.Quantity.MEMORISED;
import static org.noisemark.reports.page.curves.Quantity.TEST;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
   */
  static Optional<Memorisation> of(Curve curve) {
    List<Integer> measured =
        IntStream.rangeClosed(1, curve.last())
            .filter(epoch -> curve.at(epoch, TEST).isPresent())
            .filter(epoch -> curve.at(epoch, MEMORISED).isPresent())
            .boxed()
            .toList();
    // From the end: the lowest memorised and the highest test accuracy of all later epochs.
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int first = 0;
    for (int i = measured.size() - 1; i >= 0; i--) {
      double memorised = curve.at(measured.get(i), MEMORISED).getAsDouble();
      double test = curve.at(measured.get(i), TEST).getAsDouble();
      if (i < measured.size() - 1 && memorised < lowest && test > highest) {
        first = measured.get(i);
      }
      lowest = Math.min(lowest, memorised);
      highest = Math.max(highest, test);
    }
    if (first == 0) {
      return Optional.empty();
    }
    int last = measured.get(measured.size() - 1);
    return Optional.of(
        new Memorisation(
            first,
            change(curve, MEMORISED, first, last).getAsDouble(),
            change(curve, TEST, last, first).getAsDouble(),
            last));
  }

  /**
   * Whether it is more than chance: over seeds, the 95 % intervals of what is gained and of what is
   * lost leave 0 out.
   *
   * @param seeds the curves that the one it was found in is the mean of
   */
  boolean isTold(List<Curve> seeds) {
    return increases(seeds, MEMORISED, epoch, last) && increases(seeds, TEST, last, epoch);
  }

  private static boolean increases(List<Curve> seeds, Quantity quantity, int from, int to) {
    double[] changes =
        seeds.stream()
            .flatMapToDouble(curve -> change(curve, quantity, from, to).stream())
            .toArray();
    return changes.length > 1
        && Estimate.of(changes).interval().map(bounds -> bounds.low() > 0).orElse(false);
  }

  private static OptionalDouble change(Curve curve, Quantity quantity, int from, int to) {
    OptionalDouble before = curve.at(from, quantity);
    OptionalDouble after = curve.at(to, quantity);
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }
}
