package org.noisemark.engine.libtorch;

import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;

/**
 * The contract on a GPU. Its name keeps it from builds, which have none; suite/gpu/run.sh runs it.
 */
class CudaContract extends EngineContract {
  @Override
  protected Engine engine() {
    return new LibtorchEngine();
  }

  @Override
  protected Device device() {
    return Device.CUDA;
  }
}
