package org.noisemark.reports.boards;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * What changed of one metric from a commit to the next that trained the same, paired by seed.
 *
 * @param estimate of the mean difference, later minus earlier; of times, of the logarithm of their
 *     ratio
 * @param identical whether all runs ended with the same parameters, bit for bit, so that there is
 *     no accuracy to test
 * @param exact whether the metric is counted, so that every difference is one
 * @param holmPValue of the test of {@link History}, adjusted by Holm's method; empty where nothing
 *     was tested
 * @param runs of both commits
 */
public record Change(
    Metric metric,
    Estimate estimate,
    boolean identical,
    boolean exact,
    OptionalDouble holmPValue,
    List<Run> runs) {
  /** Of the test, after Holm's correction. */
  public static final double ALPHA = 0.05;

  /** Whether it is marked. */
  public boolean isStep() {
    return exact
        ? estimate.mean() != 0
        : holmPValue.isPresent() && holmPValue.getAsDouble() <= ALPHA;
  }

  /** The difference; of times their ratio. */
  public double mean() {
    return metric == Metric.TRAIN_TIME ? Math.exp(estimate.mean()) : estimate.mean();
  }

  /** Likewise its interval. */
  public Optional<Interval> interval() {
    return metric == Metric.TRAIN_TIME
        ? estimate
            .interval()
            .map(bounds -> new Interval(Math.exp(bounds.low()), Math.exp(bounds.high())))
        : estimate.interval();
  }

  Change adjusted(OptionalDouble pValue) {
    return new Change(metric, estimate, identical, exact, pValue, runs);
  }
}
