package org.noisemark.suite.harness;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.datasets.Augmentation;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;

/**
 * Makes batches of the training images with their noisy labels.
 *
 * @param labels one an image
 */
record BatchDraw(Images images, int[] labels, Augmentation augmentation) {
  /** Returns a batch, augmented. */
  Batch of(int[] rows, UniformRandomProvider random) {
    return new Batch(
        rows,
        labels(rows),
        augmentation.draw(rows.length, images.height(), images.width(), random));
  }

  /** Returns a batch of the images as they are. */
  Batch plain(int[] rows) {
    return new Batch(rows, labels(rows));
  }

  private int[] labels(int[] rows) {
    return Arrays.stream(rows).map(row -> labels[row]).toArray();
  }
}
