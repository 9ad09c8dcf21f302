package org.noisemark.engine;

import java.util.OptionalLong;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.nn.ParameterLayout;

/**
 * One network on one engine, in one precision. Only the thread that built it may use it.
 * Batch-normalization statistics are state of the model, not parameters.
 *
 * <p>Calls are asynchronous where the device is: {@link #logits}, {@link Vector#read}, {@link
 * Loss#value} and {@link #synchronize} wait for it, the others need not.
 *
 * <p>A call that throws {@code IllegalArgumentException} has changed nothing. Once the model is
 * closed, its methods that compute, load or allocate, and those of its vectors, throw {@code
 * IllegalStateException}. So does a pass on an interrupted thread where a native library computes.
 */
public interface Model extends AutoCloseable {
  /** Returns the layout of the parameters: that of the network. */
  ParameterLayout layout();

  /**
   * Returns the parameters themselves, always the same vector: the next pass uses what is written
   * to it.
   */
  Vector parameters();

  /** Returns a new vector of zeros, of the length of the parameters. */
  Vector newVector();

  /**
   * Makes images available to this model: the rows of a {@link Batch} are indices into them.
   *
   * @throws IllegalArgumentException if the images are not of the network's input shape, or the
   *     normalization is not of their channels; the message names both
   */
  Examples load(Images images, Normalization normalization);

  /**
   * Computes the softmax cross-entropy, in nats, and its gradient at the current parameters, both
   * as means over a mini-batch.
   *
   * @param examples that this model has loaded
   * @param gradient of this model, but not {@link #parameters}; overwritten
   * @param pass whether running statistics are updated; batch statistics normalize in either
   * @throws IllegalArgumentException if a row is no example, a label no class, or the gradient of
   *     another length than the parameters; the message says what was got and expected
   */
  Loss lossAndGradient(Examples examples, Batch batch, Vector gradient, Pass pass);

  /**
   * Returns the logits of images in evaluation mode, where running statistics normalize: shape
   * [rows, classes], row-major. An engine may add a constant to each row.
   *
   * @param rows indices into the examples, in any number and order
   * @throws IllegalArgumentException if a row is no example; the message names it and their number
   */
  float[] logits(Examples examples, int[] rows);

  /**
   * Returns the running statistics of batch normalization: of each such layer, in the canonical
   * order, the means and then the variances of its channels. Waits for the device.
   */
  double[] readStatistics();

  /**
   * Overwrites the running statistics.
   *
   * @param statistics as {@link #readStatistics} returns them
   * @throws IllegalArgumentException if they are not as many; the message has both numbers
   */
  void writeStatistics(double[] statistics);

  /** Waits until the device has done everything asked of it. A clock must be read only after it. */
  void synchronize();

  /**
   * Returns the peak of device memory, in bytes, that this process has held since it built its
   * newest model: that of all models that are open together. Empty on the CPU, and where the engine
   * cannot measure it.
   */
  default OptionalLong peakDeviceMemoryBytes() {
    return OptionalLong.empty();
  }

  /** Releases the memory of the model, its vectors and its examples. A second call does nothing. */
  @Override
  void close();
}
