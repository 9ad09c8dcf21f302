package org.noisemark.engine.libtorch;

import org.junit.jupiter.api.condition.EnabledIf;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;

/** The whole contract on a card, where there is one and the build is for it. */
@EnabledIf("hasCard")
class CudaTest extends EngineContract {
  static boolean hasCard() {
    return new LibtorchEngine().obstacle(Device.CUDA).isEmpty();
  }

  @Override
  protected Engine engine() {
    return new LibtorchEngine();
  }

  @Override
  protected Device device() {
    return Device.CUDA;
  }
}
