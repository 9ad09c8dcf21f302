package org.noisemark.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CifarShapedTest {
  @Test
  void isTheSameImagesInAnotherShape() throws IOException {
    var home = DataHome.byDefault();
    var grey = Datasets.named("fashion-mnist-mini").load(home);
    var shaped = Datasets.named("fashion-mnist-mini-3x32x32").load(home);

    assertArrayEquals(grey.trainLabels(), shaped.trainLabels());
    assertArrayEquals(grey.testLabels(), shaped.testLabels());
    var images = shaped.testImages();
    assertEquals(3 * 32 * 32, images.size());
    for (int image = 0; image < images.count(); image += 97) {
      for (int channel = 0; channel < 3; channel++) {
        for (int row = 0; row < 32; row++) {
          for (int column = 0; column < 32; column++) {
            boolean inside = row >= 2 && row < 30 && column >= 2 && column < 30;
            assertEquals(
                inside ? grey.testImages().pixel(image, 0, row - 2, column - 2) : 0,
                images.pixel(image, channel, row, column));
          }
        }
        assertEquals(grey.normalization().apply(0, 77), shaped.normalization().apply(channel, 77));
      }
    }
  }
}
