package org.noisemark.engine.libtorch;

import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;

class LibtorchEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new LibtorchEngine();
  }
}
