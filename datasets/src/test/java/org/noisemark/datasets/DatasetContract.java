package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every data set must do. Whoever writes one extends this class, and says in {@link
 * #definitions} which are theirs.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class DatasetContract {
  /** Returns the data sets that are tested; {@link Datasets} must find them, too. */
  protected abstract Stream<DatasetDefinition> definitions();

  /** Returns where they are looked for. */
  protected DataHome home() {
    return DataHome.byDefault();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void isFoundByItsNameAndSaysItsLicence(DatasetDefinition definition)
      throws IOException {
    assertEquals(definition.getClass(), Datasets.named(definition.name()).getClass());
    assertEquals(definition.name(), definition.load(home()).name());
    assertFalse(definition.licence().isBlank());
    assertTrue(definition.locate(home()).isPresent());
    assertTrue(definition.verify(home()).stream().allMatch(FileCheck::good));
    assertTrue(definition.hyperparameters().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void isTheSameAtEveryCall(DatasetDefinition definition) throws IOException {
    var one = definition.load(home());
    var two = definition.load(home());
    assertArrayEquals(one.trainLabels(), two.trainLabels());
    assertArrayEquals(one.testLabels(), two.testLabels());
    assertArrayEquals(pixels(one.trainImages()), pixels(two.trainImages()));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  protected void everyClassHasExamplesToTrainOnAndToTestWith(DatasetDefinition definition)
      throws IOException {
    var dataset = definition.load(home());
    for (int[] labels : new int[][] {dataset.trainLabels(), dataset.testLabels()}) {
      for (int[] rows : ClassRows.of(labels, dataset.classes())) {
        assertTrue(rows.length > 0, "a class has no example");
      }
    }
  }

  private static byte[] pixels(Images images) {
    var pixels = new byte[images.size()];
    for (int channel = 0, i = 0; channel < images.channels(); channel++) {
      for (int row = 0; row < images.height(); row++) {
        for (int column = 0; column < images.width(); column++) {
          pixels[i++] = (byte) images.pixel(images.count() - 1, channel, row, column);
        }
      }
    }
    return pixels;
  }
}
