package org.noisemark.engine.libtorch;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;
import org.noisemark.engine.Model;
import org.noisemark.engine.nvidia.CudaFit;
import org.noisemark.nn.Network;

/**
 * Libtorch on the CPU or on the first NVIDIA card.
 *
 * <p>On the CPU one thread a model is fastest. {@code OMP_NUM_THREADS}, where it is set before the
 * JVM starts, says otherwise. Without {@code MALLOC_TRIM_THRESHOLD_} and {@code
 * MALLOC_MMAP_THRESHOLD_} large, glibc gives the memory of each pass back to the kernel and a small
 * network takes up to twice as long.
 */
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

  private static Optional<String> blindness() {
    return torch.cuda_is_available()
        ? Optional.empty()
        : Optional.of(
            "libtorch sees no card, though nvidia-smi does; is CUDA_VISIBLE_DEVICES set?");
  }

  @Override
  public Map<String, String> versions() {
    var versions = Natives.built();
    Natives.onednn().ifPresent(version -> versions.put("onednn", version));
    return versions;
  }

  @Override
  public Model build(Network network, Device device) {
    obstacle(device)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    if (device == Device.CPU) {
      return new LibtorchModel(network, new Placement(DeviceType.CPU, type));
    }
    useExactArithmetic();
    return new LibtorchModel(network, new Placement(DeviceType.CUDA, type));
  }

  /** Float32 means float32, not TF32, and the same inputs give the same bits. */
  private static void useExactArithmetic() {
    var context = torch.globalContext();
    context.setAllowTF32CuBLAS(false);
    context.setAllowTF32CuDNN(false);
    context.setDeterministicCuDNN(true);
    context.setBenchmarkCuDNN(false);
  }
}
