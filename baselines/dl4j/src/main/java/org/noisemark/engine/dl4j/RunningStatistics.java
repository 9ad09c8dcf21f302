package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.nn.Layer;

/** Running mean and variance of one batch normalization, [channels] each. */
final class RunningStatistics {
  private final INDArray mean;
  private final INDArray variance;

  RunningStatistics(Arena arena, int channels) {
    mean = arena.zeros(channels);
    variance = arena.filled(1, channels);
  }

  INDArray mean() {
    return mean;
  }

  INDArray variance() {
    return variance;
  }

  /**
   * Moves towards the statistics of a batch.
   *
   * @param batchVariance biased, as it normalizes; the running one is unbiased
   * @param points values behind each statistic
   */
  void update(INDArray batchMean, INDArray batchVariance, long points) {
    double weight = 1 - Layer.BatchNormalization.DECAY;
    double unbiased = points > 1 ? points / (points - 1.0) : 1;
    Arithmetic.axpby(weight, batchMean, Layer.BatchNormalization.DECAY, mean);
    Arithmetic.axpby(weight * unbiased, batchVariance, Layer.BatchNormalization.DECAY, variance);
  }
}
