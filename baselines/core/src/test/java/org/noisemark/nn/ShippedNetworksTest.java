package org.noisemark.nn;

import java.util.Set;
import java.util.stream.Stream;

class ShippedNetworksTest extends NetworkContract {
  private static final Set<String> LARGE =
      Set.of("resnet18", "resnet34", "resnet56", "vgg16-bn", "wrn-16-4", "wrn-28-10");

  /** All but those that take the reference engine minutes. */
  @Override
  protected Stream<NetworkDefinition> definitions() {
    return Networks.REGISTRY.all().values().stream()
        .filter(network -> !LARGE.contains(network.name()));
  }
}
