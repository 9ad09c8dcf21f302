package org.noisemark.reports.page.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values ascending, at least two
 */
public record Ticks(List<BigDecimal> values) {
  /**
   * Ticks whose first and last enclose all that is plotted, about {@code wanted} of them: at least
   * 2 and at most {@code wanted + 2}.
   *
   * @param wanted at least 2
   * @throws IllegalArgumentException unless low ≤ high, both finite
   */
  public static Ticks enclosing(double low, double high, int wanted) {
    if (!(low <= high) || !Double.isFinite(high - low) || wanted < 2) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d ticks from %s to %s", wanted, low, high));
    }
    if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high)) || low == high) {
      double room = low == 0 ? 1 : Math.abs(low) / 10;
      return enclosing(low - room, high + room, wanted);
    }
    BigDecimal step = step((high - low) / wanted);
    // A bound that is a multiple but for its last digit is that multiple.
    long first = (long) Math.floor(low / step.doubleValue() + 1e-9);
    long last = (long) Math.ceil(high / step.doubleValue() - 1e-9);
    return multiples(step, first, Math.max(last, first + 1));
  }

  /**
   * Whole numbers from 1 up to the last, which is one of them: epochs.
   *
   * @param last at least 1
   */
  public static Ticks counting(int last, int wanted) {
    long step = Math.max(1, step((double) last / wanted).longValue());
    List<BigDecimal> inner =
        LongStream.iterate(step, v -> v <= last, v -> v + step)
            .filter(v -> v > 1 && v <= last - step / 2.0)
            .mapToObj(BigDecimal::valueOf)
            .toList();
    var values = new java.util.ArrayList<BigDecimal>();
    values.add(BigDecimal.ONE);
    values.addAll(inner);
    values.add(BigDecimal.valueOf(Math.max(2, last)));
    return new Ticks(List.copyOf(values));
  }

  public double low() {
    return values.get(0).doubleValue();
  }

  public double high() {
    return values.get(values.size() - 1).doubleValue();
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is not below. */
  private static BigDecimal step(double atLeast) {
    int power = (int) Math.floor(Math.log10(atLeast));
    for (int factor : new int[] {1, 2, 5, 10, 20}) {
      BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
      if (step.doubleValue() >= atLeast * (1 - 1e-9)) {
        return step;
      }
    }
    throw new IllegalStateException("no step for " + atLeast);
  }

  private static Ticks multiples(BigDecimal step, long first, long last) {
    return new Ticks(
        LongStream.rangeClosed(first, last)
            .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
            .toList());
  }
}
