package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.1, 0.25, 1.0 / 3, 0.9})
  void isAStratifiedPartition(double share) {
    var generator = Seeds.generator(1, "test");
    for (int classes : new int[] {2, 3, 10, 100}) {
      for (int size : new int[] {1, 17, 1000}) {
        int[] labels = IntStream.range(0, size).map(i -> generator.nextInt(classes)).toArray();
        var split = Split.stratified(labels, classes, share, 5);
        assertEquals(Math.round(size * share), split.validation().length);
        int[] all =
            IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, size).toArray(), all);
        assertAscending(split.train());
        assertAscending(split.validation());
        int[][] whole = ClassRows.of(labels, classes);
        int[][] part = ClassRows.of(select(labels, split.validation()), classes);
        for (int label = 0; label < classes; label++) {
          assertTrue(Math.abs(part[label].length - share * whole[label].length) < 1);
        }
      }
    }
  }

  @Test
  void isDrawnBySeed() {
    int[] labels = new int[100];
    int[] first = Split.stratified(labels, 2, 0.1, 1).validation();
    assertArrayEquals(first, Split.stratified(labels, 2, 0.1, 1).validation());
    assertFalse(Arrays.equals(first, Split.stratified(labels, 2, 0.1, 2).validation()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
  void refusesAShareThatLeavesNothing(double share) {
    assertThrows(IllegalArgumentException.class, () -> Split.stratified(new int[9], 2, share, 1));
  }

  @Test
  void namesALabelOutOfRange() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Split.stratified(new int[] {0, 1, 2}, 2, 0.5, 1));
    assertEquals("label 2 at row 2, expected 0 to 1", error.getMessage());
  }

  private static int[] select(int[] labels, int[] rows) {
    return Arrays.stream(rows).map(row -> labels[row]).toArray();
  }

  private static void assertAscending(int[] rows) {
    assertArrayEquals(Arrays.stream(rows).sorted().toArray(), rows);
  }
}
