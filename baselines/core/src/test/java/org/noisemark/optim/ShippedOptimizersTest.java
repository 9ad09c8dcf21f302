package org.noisemark.optim;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class ShippedOptimizersTest extends OptimizerContract {
  @Override
  protected Stream<OptimizerDefinition> definitions() {
    return Optimizers.REGISTRY.all().values().stream();
  }

  @Override
  protected Map<String, Object> withoutPerturbation(OptimizerDefinition definition) {
    var values = new TreeMap<>(super.withoutPerturbation(definition));
    if (definition instanceof Esam.Definition) {
      values.put("gamma", 1.0); // a part of the batch has another gradient
    }
    return values;
  }
}
