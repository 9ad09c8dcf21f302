package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
  @Test
  void givesOutCopiesOfItsLabels() {
    int[] labels = {0, 1};
    var dataset = dataset(images(2, 3), labels, images(1, 3), 1);
    labels[0] = 1;
    dataset.trainLabels()[0] = 1;
    dataset.testLabels()[0] = 0;
    assertEquals(0, dataset.trainLabels()[0]);
    assertEquals(1, dataset.testLabels()[0]);
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    int[] labels = {0, 1};
    assertThrows(
        IllegalArgumentException.class, () -> dataset(images(3, 3), labels, images(1, 3), 1));
    assertThrows(
        IllegalArgumentException.class, () -> dataset(images(2, 3), labels, images(1, 4), 1));
    assertThrows(
        IllegalArgumentException.class, () -> dataset(images(2, 3), labels, images(1, 3), 2));
    assertThrows(
        IllegalArgumentException.class, () -> dataset(images(2, 3), labels, images(1, 3), -1));
  }

  private static Images images(int count, int side) {
    return new Images(1, side, side, new byte[count * side * side]);
  }

  private static Dataset dataset(Images train, int[] trainLabels, Images test, int testLabel) {
    return new Dataset(
        "two",
        List.of("a", "b"),
        TinyDataset.NORMALIZATION,
        train,
        trainLabels,
        test,
        new int[] {testLabel});
  }
}
