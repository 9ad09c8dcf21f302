package org.noisemark.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * The order in which the training examples are seen: a fresh permutation an epoch, a function of
 * (seed, epoch) alone, so that every optimizer sees the same batches and an epoch can be repeated
 * without those before it.
 */
public final class BatchOrder {
  private final int[] rows;
  private final int batchSize;
  private final long seed;

  /**
   * @param rows what to go through; copied
   * @param batchSize examples in a batch; the last one is shorter where they do not divide
   * @param seed any; the stream of each epoch is derived from it here
   * @throws IllegalArgumentException if there are no rows or the batch size is not positive
   */
  public BatchOrder(int[] rows, int batchSize, long seed) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("an epoch needs at least one example");
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, got " + batchSize);
    }
    this.rows = rows.clone();
    this.batchSize = batchSize;
    this.seed = seed;
  }

  public int stepsPerEpoch() {
    return (rows.length + batchSize - 1) / batchSize;
  }

  /** Returns the rows of each batch of that epoch (any number), in order; every row once. */
  public List<int[]> epoch(int epoch) {
    int[] order = ArraySampler.shuffle(Seeds.generator(seed, "order/" + epoch), rows.clone());
    var batches = new ArrayList<int[]>(stepsPerEpoch());
    for (int from = 0; from < order.length; from += batchSize) {
      batches.add(Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length)));
    }
    return batches;
  }
}
