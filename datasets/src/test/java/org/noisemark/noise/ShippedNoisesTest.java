package org.noisemark.noise;

import java.util.stream.Stream;

class ShippedNoisesTest extends NoiseContract {
  /** All but the two that need a file. */
  @Override
  protected Stream<NoiseDefinition> definitions() {
    return Noises.REGISTRY.all().values().stream()
        .filter(noise -> !(noise instanceof GivenMatrix) && !(noise instanceof GivenLabels));
  }
}
