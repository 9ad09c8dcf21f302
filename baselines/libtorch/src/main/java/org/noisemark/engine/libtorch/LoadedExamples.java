package org.noisemark.engine.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.noisemark.datasets.Transform;
import org.noisemark.engine.Examples;

/** Images that batches are gathered from. */
interface LoadedExamples extends Examples {
  /**
   * Returns the given images, transformed and normalized, in float32: [rows, channels, height,
   * width]. It may lie in memory that the next call overwrites.
   */
  Tensor gather(int[] rows, List<Transform> transforms);
}
