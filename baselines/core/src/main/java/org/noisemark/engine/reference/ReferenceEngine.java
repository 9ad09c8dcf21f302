package org.noisemark.engine.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.nn.Network;

/** Every layer kind in float64, on the CPU, slowly. */
public final class ReferenceEngine implements Engine {
  @Override
  public String name() {
    return "reference";
  }

  @Override
  public List<String> precisions(Device device) {
    return List.of("float64");
  }

  @Override
  public Optional<String> obstacle(Device device) {
    return device == Device.CPU
        ? Optional.empty()
        : Optional.of("the reference engine computes on the CPU alone");
  }

  @Override
  public Map<String, String> versions() {
    return Map.of();
  }

  @Override
  public Model build(Network network, Device device, String precision) {
    require(device, precision);
    return new ReferenceModel(network);
  }
}
