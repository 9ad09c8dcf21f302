package org.noisemark.engine;

import java.util.OptionalLong;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.nn.ParameterLayout;

/**
 * One network on one engine. Belongs to the thread that built it. Batch-normalization statistics
 * are state of the model, not parameters.
 *
 * <p>A device may compute later what it is asked for here; {@link #logits}, {@link Vector#read},
 * {@link Loss#value} and {@link #synchronize} wait for it.
 */
public interface Model extends AutoCloseable {
  ParameterLayout layout();

  /** Returns the parameters themselves: what is written to them is what the next pass uses. */
  Vector parameters();

  /** Returns a new vector of zeros on the model's device. */
  Vector newVector();

  /** Puts images on the model's device, once, for {@link Batch} rows to refer to. */
  Examples load(Images images, Normalization normalization);

  /**
   * Computes the mean softmax cross-entropy over a mini-batch at the current parameters, and its
   * gradient, also as the mean over the batch.
   *
   * @param gradient overwritten
   */
  Loss lossAndGradient(Examples examples, Batch batch, Vector gradient, Pass pass);

  /**
   * Returns the logits (any row-wise constant shift of them is as good) of the given images in
   * evaluation mode, shape [rows, classes], row by row.
   */
  float[] logits(Examples examples, int[] rows);

  /**
   * Waits until everything asked of the device is done; what a clock reads before means nothing.
   */
  void synchronize();

  /**
   * Returns the most device memory, in bytes, that this process has held at a time since the newest
   * of its models was built; models side by side share it. Empty on the CPU, and where the engine
   * does not tell.
   */
  default OptionalLong peakDeviceMemoryBytes() {
    return OptionalLong.empty();
  }

  @Override
  void close();
}
