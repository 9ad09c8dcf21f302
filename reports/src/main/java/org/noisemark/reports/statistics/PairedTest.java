package org.noisemark.reports.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's two-sided test of a mean paired difference μ, also against a range that does not
 * matter: of "|μ| ≤ m". Its p-value is twice the smaller tail of
 *
 * <pre>  t = (|mean| − m) / (sd / √n),  n − 1 degrees of freedom.</pre>
 *
 * With m = 0 that is the paired t test. With m above 0 it holds for every μ in the range, and is
 * hardest to pass at its ends.
 */
public final class PairedTest {
  private PairedTest() {}

  /**
   * Returns the p-value; empty for one difference, which says nothing of their spread.
   *
   * @param differences of {@link Estimate#of(double[])}
   * @param range m, not negative
   */
  public static OptionalDouble pValue(Estimate differences, double range) {
    if (differences.sd().isEmpty()) {
      return OptionalDouble.empty();
    }
    double beyond = Math.abs(differences.mean()) - range;
    double error = differences.sd().getAsDouble() / Math.sqrt(differences.n());
    if (error == 0 || beyond <= 0) {
      return OptionalDouble.of(beyond > 0 ? 0 : 1);
    }
    double tail = TDistribution.of(differences.n() - 1).survivalProbability(beyond / error);
    return OptionalDouble.of(2 * tail);
  }
}
