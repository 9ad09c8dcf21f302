package org.noisemark.engine.libtorch;

import org.noisemark.engine.Device;

/** As {@link CudaContract}, in bfloat16. */
class CudaBfloat16Contract extends Bfloat16Test {
  @Override
  protected Device device() {
    return Device.CUDA;
  }
}
