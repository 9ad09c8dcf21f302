package org.noisemark.suite.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.reports.records.Cell.Training;

/** What is random about an example depends on the seed, the example and the epoch alone. */
class BatchDrawTest {
  private static final int EXAMPLES = 64;
  private static final int[] ROWS = IntStream.range(0, EXAMPLES).toArray();
  private static final int[] LABELS = IntStream.range(0, EXAMPLES).map(i -> i % 10).toArray();

  @Test
  void anExampleIsVariedAlikeInEveryBatchOfAnEpoch() {
    var draw = draw("flip-crop-cutout", null, null, 1);
    var all = draw.of(ROWS, 3);
    var some = draw.of(new int[] {40, 2}, 3);
    assertEquals(all.only(40, 2).transforms(), some.transforms());
    assertArrayEquals(all.only(40, 2).seeds(), some.seeds());
  }

  @Test
  void epochsAndSeedsVaryItAnew() {
    var first = draw("flip-crop", null, null, 1).of(ROWS, 1);
    assertFalse(alike(first, draw("flip-crop", null, null, 1).of(ROWS, 2)));
    assertFalse(alike(first, draw("flip-crop", null, null, 2).of(ROWS, 1)));
    assertFalse(alike(first, draw("flip-crop", null, null, 1).of(ROWS, -1)));
    assertTrue(alike(first, draw("flip-crop", null, null, 1).of(ROWS, 1)));
  }

  private static boolean alike(Batch a, Batch b) {
    return a.transforms().equals(b.transforms());
  }

  @Test
  void smoothsEveryBatch() {
    var draw = draw("none", 0.2, null, 1);
    for (var batch : new Batch[] {draw.of(ROWS, 1), draw.plain(ROWS)}) {
      double[] targets = batch.targets(10);
      for (int i = 0; i < EXAMPLES; i++) {
        double[] row = Arrays.copyOfRange(targets, i * 10, i * 10 + 10);
        assertEquals(1, DoubleStream.of(row).sum(), 1e-12);
        assertEquals(0.8 + 0.02, row[LABELS[i]], 1e-12);
        assertEquals(0.02, row[(LABELS[i] + 1) % 10], 1e-12);
      }
    }
  }

  /** The share is of Beta(alpha, alpha): mean 1/2, variance 1 / (4 (2 alpha + 1)). */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 1, 4})
  void mixesEachBatchByAShareOfItsOwnWithItselfInAnotherOrder(double alpha) {
    var draw = draw("none", null, alpha, 1);
    int epochs = 4000;
    double sum = 0;
    double squares = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      var batch = draw.of(ROWS, epoch);
      var mixup = batch.mixup().orElseThrow();
      assertArrayEquals(ROWS, Arrays.stream(mixup.rows()).sorted().toArray());
      for (int i = 0; i < EXAMPLES; i++) {
        assertEquals(LABELS[mixup.rows()[i]], mixup.labels()[i]);
      }
      double share = mixup.share()[0];
      assertTrue(share >= 0 && share <= 1);
      assertTrue(Arrays.stream(mixup.share()).allMatch(each -> each == share));
      sum += share;
      squares += (share - 0.5) * (share - 0.5);
    }
    double variance = 1 / (4 * (2 * alpha + 1));
    assertEquals(0.5, sum / epochs, 5 * Math.sqrt(variance / epochs));
    // The fourth central moment is at most a quarter of the variance.
    assertEquals(variance, squares / epochs, 5 * Math.sqrt(variance / 4 / epochs));
  }

  private static BatchDraw draw(String augmentation, Double smoothing, Double mixup, long seed) {
    var settings =
        new Training(
            1,
            8,
            0.1,
            0.9,
            0,
            false,
            "constant",
            0,
            augmentation,
            0.1,
            null,
            null,
            smoothing,
            mixup);
    return new BatchDraw(new Images(1, 28, 28, new byte[EXAMPLES * 784]), LABELS, settings, seed);
  }
}
