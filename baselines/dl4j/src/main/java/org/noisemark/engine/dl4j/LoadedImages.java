package org.noisemark.engine.dl4j;

import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.datasets.Transform;
import org.noisemark.engine.Examples;

/** Images stay in the Java heap, shared by all models; a batch is gathered when it is asked for. */
record LoadedImages(Images images, Normalization normalization) implements Examples {
  @Override
  public int count() {
    return images.count();
  }

  /** Writes the pixels of a batch, [row, channel, height, width]. */
  void gather(Batch batch, float[] pixels) {
    images.gather(batch, normalization, pixels);
  }

  /** Writes the pixels of the images from the given position of {@code rows} on. */
  void gather(int[] rows, int from, int count, float[] pixels) {
    for (int i = 0; i < count; i++) {
      images.gather(rows[from + i], Transform.IDENTITY, normalization, pixels, i * images.size());
    }
  }
}
