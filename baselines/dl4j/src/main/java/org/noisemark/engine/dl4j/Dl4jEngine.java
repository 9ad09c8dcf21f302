package org.noisemark.engine.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.nn.Network;

/**
 * Deeplearning4j's tensor library ND4J and its oneDNN kernels, driven without Deeplearning4j's
 * layer classes: those compute the same, but spend most of a step outside the kernels.
 *
 * <p>One thread a model is fastest; for that {@code OMP_NUM_THREADS=1} must be in the environment
 * before the JVM starts.
 */
public final class Dl4jEngine implements Engine {
  private final Map<Device, Optional<String>> obstacles = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public List<String> precisions(Device device) {
    return List.of("float32");
  }

  @Override
  public Optional<String> obstacle(Device device) {
    return obstacles.computeIfAbsent(device, Backend::obstacle);
  }

  @Override
  public Map<String, String> versions() {
    var properties = new Properties();
    try (var in = Dl4jEngine.class.getResourceAsStream("versions.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var versions = new TreeMap<String, String>();
    properties.forEach((name, version) -> versions.put((String) name, (String) version));
    return versions;
  }

  @Override
  public Model build(Network network, Device device, String precision) {
    require(device, precision);
    return build(network, DataType.FLOAT);
  }

  /** Builds in any precision; float64 serves the tests. */
  static Model build(Network network, DataType type) {
    Backend.start();
    return new Dl4jModel(network, type);
  }
}
