package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The same contiguous elements in another shape. */
final class Views {
  private Views() {}

  /** Returns a view, row-major. (Given numbers in place of the array, reshape reads 'c' as 99.) */
  static INDArray shaped(INDArray array, long... shape) {
    return array.reshape('c', shape);
  }

  /** Returns a matrix of one row. */
  static INDArray row(INDArray vector) {
    return shaped(vector, 1, vector.length());
  }
}
