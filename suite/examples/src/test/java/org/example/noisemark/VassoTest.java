package org.example.noisemark;

import java.util.stream.Stream;
import org.noisemark.optim.OptimizerContract;
import org.noisemark.optim.OptimizerDefinition;

class VassoTest extends OptimizerContract {
  @Override
  protected Stream<OptimizerDefinition> definitions() {
    return Stream.of(new Vasso.Definition());
  }
}
