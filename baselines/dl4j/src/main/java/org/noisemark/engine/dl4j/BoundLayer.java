package org.noisemark.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer whose forward calls are on the tape. */
interface BoundLayer {
  Value output();

  /**
   * Puts the layer's backward calls on the tape.
   *
   * @param gradient of the loss with respect to the output, same shape; passes to the layer, which
   *     overwrites it or gives it back to the memory
   * @return the gradient with respect to the input, or null where it is not needed
   */
  INDArray bindBackward(INDArray gradient);
}
