package org.noisemark.engine.dl4j;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.nn.Network;

public final class Dl4jEngine implements Engine {
  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public Optional<String> obstacle(Device device) {
    return Optional.empty();
  }

  @Override
  public String precision() {
    return "float32";
  }

  @Override
  public Map<String, String> versions() {
    return Map.of();
  }

  @Override
  public Model build(Network network, Device device) {
    return build(network, DataType.FLOAT);
  }

  static Model build(Network network, DataType type) {
    return new Dl4jModel(network, type);
  }
}
