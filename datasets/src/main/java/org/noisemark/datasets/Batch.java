package org.noisemark.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /**
   * Returns some of the examples.
   *
   * @param chosen indices from 0 to {@link #size} − 1, at least one
   */
  public Batch only(int... chosen) {
    return new Batch(
        Arrays.stream(chosen).map(i -> rows[i]).toArray(),
        Arrays.stream(chosen).map(i -> labels[i]).toArray(),
        Arrays.stream(chosen).mapToObj(transforms::get).toList());
  }

  /** Returns this batch and another behind it. */
  public Batch and(Batch other) {
    return new Batch(
        IntStream.concat(Arrays.stream(rows), Arrays.stream(other.rows)).toArray(),
        IntStream.concat(Arrays.stream(labels), Arrays.stream(other.labels)).toArray(),
        Stream.concat(transforms.stream(), other.transforms.stream()).toList());
  }

  public int size() {
    return rows.length;
  }
}
