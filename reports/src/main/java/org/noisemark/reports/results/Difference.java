package org.noisemark.reports.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.noisemark.reports.statistics.Estimate;

/**
 * How much more one method reaches than another, paired by seed.
 *
 * @param estimate of the mean difference
 * @param runs of both methods
 */
public record Difference(Estimate estimate, List<Run> runs) {
  /** The estimates alone. */
  public static <R> Function<R, Optional<Estimate>> estimates(
      Function<R, Optional<Difference>> difference) {
    return row -> difference.apply(row).map(Difference::estimate);
  }
}
