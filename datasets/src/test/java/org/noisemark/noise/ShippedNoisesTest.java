package org.noisemark.noise;

import java.util.stream.Stream;

class ShippedNoisesTest extends NoiseContract {
  /** All but the two that need a file, and those that are for another data set. */
  @Override
  protected Stream<NoiseDefinition> definitions() {
    return Noises.REGISTRY.all().values().stream()
        .filter(noise -> !(noise instanceof GivenMatrix) && !(noise instanceof GivenLabels))
        .filter(
            noise -> noise.datasets().isEmpty() || noise.datasets().contains("fashion-mnist-mini"));
  }
}
