package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOrderTest {
  private static final int[] ROWS = {3, 5, 8, 13, 21, 34, 55};

  @ParameterizedTest
  @CsvSource({"1, 7, 1", "2, 4, 1", "3, 3, 1", "7, 1, 7", "128, 1, 7"})
  void showsEveryRowOnceAndKeepsTheShortLastBatch(int batchSize, int steps, int last) {
    var order = new BatchOrder(ROWS, batchSize, 1);
    assertEquals(steps, order.stepsPerEpoch());
    var epoch = order.epoch(1);
    assertEquals(steps, epoch.size());
    assertEquals(last, epoch.get(steps - 1).length);
    assertArrayEquals(ROWS, Arrays.stream(joined(epoch)).sorted().toArray());
  }

  @Test
  void aLaterEpochNeedsNoEarlierOne() {
    var order = new BatchOrder(ROWS, 2, 1);
    order.epoch(1);
    assertArrayEquals(joined(order.epoch(2)), joined(new BatchOrder(ROWS, 2, 1).epoch(2)));
  }

  @Test
  void epochsAndSeedsDiffer() {
    int[] first = joined(new BatchOrder(ROWS, 2, 1).epoch(1));
    assertFalse(Arrays.equals(first, joined(new BatchOrder(ROWS, 2, 1).epoch(2))));
    assertFalse(Arrays.equals(first, joined(new BatchOrder(ROWS, 2, 2).epoch(1))));
  }

  @Test
  void refusesNoRowsAndNoBatch() {
    assertThrows(IllegalArgumentException.class, () -> new BatchOrder(new int[0], 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new BatchOrder(ROWS, 0, 1));
  }

  private static int[] joined(List<int[]> batches) {
    return batches.stream().flatMapToInt(Arrays::stream).toArray();
  }
}
