package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.noisemark.nn.Shape;

/**
 * The array between two layers.
 *
 * @param array [row, height, width, channel], or [row, channel, height, width]
 * @param shape of one row
 * @param channelsFirst which of the two
 * @param kind who reads it
 */
record Value(INDArray array, Shape shape, boolean channelsFirst, Kind kind) {
  enum Kind {
    /** The batch: its gradient is not needed. */
    INPUT,
    /** Read by other layers later: not to be written. */
    KEPT,
    /** Read by the next layer only. */
    FREE
  }

  static Value of(INDArray array, Shape shape, Kind kind) {
    return new Value(array, shape, false, kind);
  }

  /** Returns the rows of the array as a matrix of channels. */
  long points() {
    return array.size(0) * shape.height() * shape.width();
  }

  /** Returns an array of this value's size, channels last, as a matrix [points, channels]. */
  INDArray matrix(INDArray like) {
    return Views.shaped(like, points(), shape.channels());
  }

  /** Whether the elements of a row lie in the order [channel, row, column]. */
  boolean isCanonical() {
    return channelsFirst || shape.channels() == 1 || shape.channels() == shape.size();
  }

  Value kept() {
    return kind == Kind.FREE ? new Value(array, shape, channelsFirst, Kind.KEPT) : this;
  }
}
