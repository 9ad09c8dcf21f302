package org.noisemark.reports.statistics;

/** A figure of a sample that does not depend on the order of the values. */
@FunctionalInterface
interface SampleStatistic {
  /**
   * @param values at least 1, which are neither kept nor changed
   */
  double of(double[] values);

  /**
   * The figures of resamples: as many values, each drawn from the whole sample.
   *
   * @param resamples how many, at least 1; in the order of {@link Resamples}
   */
  default double[] ofResamples(double[] sample, int resamples) {
    double[] drawn = new double[sample.length];
    return Resamples.figures(
        sample.length,
        resamples,
        (places, start) -> {
          for (int i = 0; i < drawn.length; i++) {
            drawn[i] = sample[places[start + i]];
          }
          return of(drawn);
        });
  }

  /**
   * The figures of the sample less its first value, less its second and so on.
   *
   * @param sample at least 2 values
   */
  default double[] leavingOutEach(double[] sample) {
    double[] figures = new double[sample.length];
    double[] rest = new double[sample.length - 1];
    for (int i = 0; i < sample.length; i++) {
      System.arraycopy(sample, 0, rest, 0, i);
      System.arraycopy(sample, i + 1, rest, i, rest.length - i);
      figures[i] = of(rest);
    }
    return figures;
  }
}
