package org.noisemark.engine.libtorch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.nn.Network;

/**
 * Libtorch on a GPU, each pass over a mini-batch launched as one CUDA graph: the same kernels in
 * the same order, so the same numbers, for less work of the host.
 */
public final class LibtorchGraphsEngine implements Engine {
  private final LibtorchEngine libtorch = new LibtorchEngine();

  @Override
  public String name() {
    return "libtorch-graphs";
  }

  @Override
  public List<String> precisions(Device device) {
    return libtorch.precisions(device);
  }

  @Override
  public Optional<String> obstacle(Device device) {
    return device == Device.CPU
        ? Optional.of("CUDA graphs are for a GPU; on the CPU there is --engine libtorch")
        : libtorch.obstacle(device);
  }

  @Override
  public Optional<String> obstacle(Device device, String precision) {
    return Engine.super.obstacle(device, precision).or(() -> libtorch.obstacle(device, precision));
  }

  @Override
  public Map<String, String> versions() {
    return libtorch.versions();
  }

  @Override
  public Model build(Network network, Device device, String precision) {
    require(device, precision);
    return new LibtorchModel(
        network, Placement.of(device, precision), Optional.of(new CudaGraphs()));
  }
}
