package org.noisemark.engine.libtorch;

import org.noisemark.datasets.Batch;
import org.noisemark.nn.Network;

/** As {@link CudaContract}, in TF32. */
class CudaTf32Contract extends CudaContract {
  /** Unit roundoff of 11 significant bits where the GPU cuts off what it does not keep. */
  private static final double TF32 = Math.scalb(1.0, -10);

  @Override
  protected String precision() {
    return "tf32";
  }

  /** Roundings on the way through a layer, forward and backward, as in {@link Bfloat16Test}. */
  @Override
  protected double gamma(Network network, Batch batch) {
    return (3 + 2 * 2) * TF32;
  }
}
