package org.noisemark.engine.libtorch;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.nn.Network;

/** Libtorch on the CPU or on an NVIDIA card. */
public final class LibtorchEngine implements Engine {
  private final ScalarType type;

  /** Computes in float32. */
  public LibtorchEngine() {
    this(ScalarType.Float);
  }

  private LibtorchEngine(ScalarType type) {
    this.type = type;
  }

  /** Computes in float64: to be held against the reference engine. */
  static LibtorchEngine inFloat64() {
    return new LibtorchEngine(ScalarType.Double);
  }

  @Override
  public String name() {
    return "libtorch";
  }

  @Override
  public String precision() {
    return type == ScalarType.Float ? "float32" : "float64";
  }

  @Override
  public Optional<String> obstacle(Device device) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> versions() {
    return new TreeMap<>();
  }

  @Override
  public Model build(Network network, Device device) {
    return new LibtorchModel(network, new Placement(DeviceType.CPU, type));
  }
}
