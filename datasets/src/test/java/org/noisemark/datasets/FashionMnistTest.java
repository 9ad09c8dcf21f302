package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class FashionMnistTest {
  private static final DataHome NOWHERE = new DataHome(Path.of("no-such-folder"));

  @Test
  void theEmbeddedPartIsWhatItShouldBe() throws IOException {
    var checks = Datasets.named("fashion-mnist-mini").verify(NOWHERE);
    assertEquals(4, checks.size());
    checks.forEach(check -> assertTrue(check.good(), () -> check.problem().orElseThrow()));
  }

  @Test
  void theEmbeddedPartIsStratified() throws IOException {
    var mini = Datasets.named("fashion-mnist-mini").load(NOWHERE);
    assertEquals(10_000, mini.trainImages().count());
    assertEquals(2_000, mini.testImages().count());
    for (int[] rows : ClassRows.of(mini.trainLabels(), mini.classes())) {
      assertEquals(1_000, rows.length);
    }
    for (int[] rows : ClassRows.of(mini.testLabels(), mini.classes())) {
      assertEquals(200, rows.length);
    }
  }

  @Test
  void theEmbeddedPartComesWithItsLicence() {
    assertNotNull(getClass().getResource("fashion-mnist-mini/LICENSE"));
  }

  @Test
  void theRecipeMakesTheEmbeddedPart() throws IOException {
    var full = full();
    var expected = Datasets.named("fashion-mnist-mini").verify(NOWHERE);
    var payloads = FashionMnistMini.payloads(full);
    for (var check : expected) {
      assertEquals(check.file().sha256(), DigestUtils.sha256Hex(payloads.get(check.file().name())));
    }
  }

  /** Figures of the data set's README: the first ten training labels, 6,000 images a class. */
  @Test
  void theWholeIsTheOfficialOne() throws IOException {
    var full = full();
    assertArrayEquals(
        new int[] {9, 0, 0, 3, 0, 2, 7, 2, 5, 5}, Arrays.copyOf(full.trainLabels(), 10));
    for (int[] rows : ClassRows.of(full.trainLabels(), 10)) {
      assertEquals(6_000, rows.length);
    }
    assertEquals("Ankle boot", full.classNames().get(9));
  }

  @Test
  void normalizedTrainingPixelsHaveMeanZeroAndDeviationOne() throws IOException {
    var images = full().trainImages();
    var normalization = full().normalization();
    var values = new float[images.size()];
    double sum = 0;
    double squares = 0;
    for (int image = 0; image < images.count(); image++) {
      images.gather(image, Transform.IDENTITY, normalization, values, 0);
      for (float value : values) {
        sum += value;
        squares += (double) value * value;
      }
    }
    double count = (double) images.count() * images.size();
    assertEquals(0, sum / count, 2e-4);
    assertEquals(1, Math.sqrt(squares / count), 2e-4);
  }

  private static Dataset full() throws IOException {
    var entry = Datasets.named("fashion-mnist");
    assumeTrue(entry.locate(DataHome.byDefault()).isPresent(), "Fashion-MNIST is not here");
    return entry.load(DataHome.byDefault());
  }
}
