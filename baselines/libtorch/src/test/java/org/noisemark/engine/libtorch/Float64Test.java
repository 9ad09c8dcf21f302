package org.noisemark.engine.libtorch;

import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;

/** The same code in float64, within float64's bounds. */
class Float64Test extends EngineContract {
  @Override
  protected Engine engine() {
    return LibtorchEngine.inFloat64();
  }

  @Override
  protected double roundoff() {
    return Math.scalb(1.0, -53);
  }
}
