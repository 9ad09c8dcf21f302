package org.noisemark.engine.dl4j;

import org.noisemark.engine.Engine;
import org.noisemark.engine.EngineContract;

class Dl4jEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new Dl4jEngine();
  }
}
