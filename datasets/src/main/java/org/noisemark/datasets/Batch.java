package org.noisemark.datasets;

import java.util.Collections;
import java.util.List;

/**
 * One mini-batch: which images, the labels to train on (noisy ones included), and what augmentation
 * does to each. The arrays are not copied and must not be changed.
 *
 * @param rows indices into the images, one an example
 * @param labels class ids, one an example
 * @param transforms one an example
 */
public record Batch(int[] rows, int[] labels, List<Transform> transforms) {
  public Batch {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a batch needs at least one example");
    }
    if (rows.length != labels.length || rows.length != transforms.size()) {
      throw new IllegalArgumentException(
          rows.length
              + " rows, "
              + labels.length
              + " labels and "
              + transforms.size()
              + " transforms: they must be as many");
    }
  }

  /** A batch without augmentation. */
  public Batch(int[] rows, int[] labels) {
    this(rows, labels, Collections.nCopies(rows.length, Transform.IDENTITY));
  }

  public int size() {
    return rows.length;
  }
}
