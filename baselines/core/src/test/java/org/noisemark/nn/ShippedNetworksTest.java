package org.noisemark.nn;

import java.util.stream.Stream;

class ShippedNetworksTest extends NetworkContract {
  /** All but the one that takes the reference engine minutes. */
  @Override
  protected Stream<NetworkDefinition> definitions() {
    return Networks.REGISTRY.all().values().stream()
        .filter(network -> !(network instanceof ResNet.Of18));
  }
}
