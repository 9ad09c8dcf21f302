package org.noisemark.engine.libtorch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.gpu.CudaFit;
import org.noisemark.gpu.Gpus;
import org.noisemark.nn.Network;

/**
 * Libtorch on the CPU or on an NVIDIA GPU, the one that the thread has chosen.
 *
 * <p>On the CPU one thread a model is fastest. {@code OMP_NUM_THREADS}, set before the JVM starts,
 * overrides it. Without {@code MALLOC_TRIM_THRESHOLD_} and {@code MALLOC_MMAP_THRESHOLD_} large,
 * glibc gives the memory of each pass back to the kernel and a small network takes up to twice as
 * long.
 */
public final class LibtorchEngine implements Engine {
  @Override
  public String name() {
    return "libtorch";
  }

  @Override
  public List<String> precisions(Device device) {
    return Precision.of(device).stream().map(Precision::label).toList();
  }

  @Override
  public Optional<String> obstacle(Device device) {
    if (device == Device.CPU) {
      return Natives.obstacle();
    }
    var fit = CudaFit.ofThisMachine();
    var build = Natives.cudaBuild();
    if (build.isEmpty()) {
      return Optional.of(fit.obstacleOfCpuBuild(name()));
    }
    return fit.obstacle(build.get())
        .or(Natives::obstacle)
        .or(Natives::cudaObstacle)
        .or(LibtorchEngine::blindness);
  }

  @Override
  public Optional<String> obstacle(Device device, String precision) {
    return Engine.super
        .obstacle(device, precision)
        .or(
            () ->
                device == Device.CPU
                    ? Optional.empty()
                    : Gpus.ofThisMachine().inUse().flatMap(Precision.named(precision)::obstacle));
  }

  private static Optional<String> blindness() {
    return torch.cuda_is_available()
        ? Optional.empty()
        : Optional.of("libtorch sees no GPU, though nvidia-smi does; is CUDA_VISIBLE_DEVICES set?");
  }

  @Override
  public boolean usesSeveralGpus() {
    return true;
  }

  @Override
  public Map<String, String> versions() {
    var versions = Natives.built();
    versions.putAll(Natives.loaded());
    return versions;
  }

  @Override
  public Model build(Network network, Device device, String precision) {
    require(device, precision);
    return new LibtorchModel(network, Placement.of(device, precision), Optional.empty());
  }
}
