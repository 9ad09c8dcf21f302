package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.noisemark.datasets.Batch;
import org.noisemark.engine.Examples;

/** Images that batches are gathered from. */
interface LoadedExamples extends Examples {
  /**
   * Returns the images of a batch, transformed, normalized and mixed, in float32: [rows, channels,
   * height, width]. It may lie in memory that the next call overwrites.
   */
  Tensor gather(Batch batch);
}
