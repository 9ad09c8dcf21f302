package org.noisemark.reports.statistics;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A mean over seeds and how sure it is.
 *
 * @param n values, at least 1
 * @param sd with divisor n − 1; empty for n = 1
 * @param interval of the mean, at {@value #CONFIDENCE}; empty for n = 1
 */
public record Estimate(
    int n, double mean, OptionalDouble sd, Optional<Interval> interval, Method method) {
  public static final double CONFIDENCE = 0.95;

  /** From this many values on the bootstrap is trusted; below, Student's t. */
  public static final int BOOTSTRAP_FROM = 8;

  /** Where an interval comes from. */
  public enum Method {
    /** One value: no interval. */
    NONE("none"),
    STUDENT_T("student-t"),
    BCA_BOOTSTRAP("bca-bootstrap");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Returns the estimate of some values; empty without one. */
  public static Optional<Estimate> of(Collection<Double> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(of(values.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /**
   * Estimates the mean; of paired differences, this is the paired interval.
   *
   * @param values one a seed, in the order of seeds, at least 1, finite
   */
  public static Estimate of(double[] values) {
    double mean = mean(values);
    if (values.length < 2) {
      return new Estimate(
          values.length, mean, OptionalDouble.empty(), Optional.empty(), Method.NONE);
    }
    double sd = sd(values, mean);
    if (values.length < BOOTSTRAP_FROM) {
      return estimate(
          values.length,
          mean,
          sd,
          StudentInterval.of(mean, sd, values.length, CONFIDENCE),
          Method.STUDENT_T);
    }
    if (sd == 0) { // every resample is the sample
      return estimate(values.length, mean, sd, new Interval(mean, mean), Method.BCA_BOOTSTRAP);
    }
    return estimate(
        values.length,
        mean,
        sd,
        BcaInterval.of(values, new Mean(), CONFIDENCE, BcaInterval.RESAMPLES),
        Method.BCA_BOOTSTRAP);
  }

  /**
   * Returns the fewest values whose Student interval reaches no further than that from their mean.
   *
   * @param half above 0
   * @param sd of the values, not negative
   * @param most empty if more than so many, at least 2
   */
  public static OptionalInt seedsFor(double half, double sd, int most) {
    if (half(sd, most) > half) {
      return OptionalInt.empty();
    }
    int tooFew = 1;
    int enough = most;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) >>> 1;
      if (half(sd, middle) > half) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  private static double half(double sd, int n) {
    return StudentInterval.of(0, sd, n, CONFIDENCE).high();
  }

  /** The arithmetic mean of at least one value. */
  public static double mean(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("the mean of no values");
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Estimate estimate(
      int n, double mean, double sd, Interval interval, Method method) {
    return new Estimate(n, mean, OptionalDouble.of(sd), Optional.of(interval), method);
  }

  private static double sd(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
