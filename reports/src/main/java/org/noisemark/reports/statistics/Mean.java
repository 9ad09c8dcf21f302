package org.noisemark.reports.statistics;

/** The arithmetic mean. */
final class Mean implements SampleStatistic {
  @Override
  public double of(double[] values) {
    return Estimate.mean(values);
  }

  /** Adds up without writing the drawn values out. */
  @Override
  public double[] ofResamples(double[] sample, int resamples) {
    return Resamples.figures(
        sample.length, resamples, (places, start) -> ofDrawn(sample, places, start));
  }

  private static double ofDrawn(double[] sample, int[] places, int start) {
    double sum = 0;
    for (int i = start; i < start + sample.length; i++) {
      sum += sample[places[i]];
    }
    return sum / sample.length;
  }

  /**
   * Adds each value to all sums at once, which a processor does several at a time; each sum still
   * adds its values in their order, so that it has the digits that a sum of its own would have.
   */
  @Override
  public double[] leavingOutEach(double[] sample) {
    double[] sums = new double[sample.length];
    double before = 0;
    for (int next = 0; next < sample.length; next++) {
      double value = sample[next];
      for (int i = 0; i < next; i++) {
        sums[i] += value;
      }
      sums[next] = before;
      before += value;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= sample.length - 1;
    }
    return sums;
  }
}
