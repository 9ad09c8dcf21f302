package org.noisemark.noise;

import java.util.List;
import java.util.stream.Stream;

class ShippedNoisesTest extends NoiseContract {
  private static final List<String> NEED_A_FILE = List.of("matrix@1", "labels@1", "human@1");

  /** All but those that need a file, and those that are for another data set. */
  @Override
  protected Stream<NoiseDefinition> definitions() {
    return Noises.REGISTRY.all().values().stream()
        .filter(noise -> !NEED_A_FILE.contains(noise.name()))
        .filter(
            noise -> noise.datasets().isEmpty() || noise.datasets().contains("fashion-mnist-mini"));
  }
}
