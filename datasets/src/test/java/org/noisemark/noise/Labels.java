package org.noisemark.noise;

import java.util.stream.IntStream;
import org.noisemark.datasets.Seeds;

/** Clean labels to try noises on. */
final class Labels {
  private Labels() {}

  /** As many of each class as the size allows, in turn. */
  static int[] balanced(int size, int classes) {
    return IntStream.range(0, size).map(row -> row % classes).toArray();
  }

  /** Class i about in proportion to i + 1, so that class counts differ. */
  static int[] skewed(int size, int classes, long seed) {
    var generator = Seeds.generator(seed, "test");
    return IntStream.range(0, size)
        .map(row -> (int) (classes * Math.sqrt(generator.nextDouble())))
        .toArray();
  }
}
