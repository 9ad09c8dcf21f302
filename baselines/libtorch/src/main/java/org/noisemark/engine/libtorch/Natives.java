package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.engine.nvidia.CudaBuild;
import org.noisemark.engine.nvidia.CudaLibraries;
import org.noisemark.engine.nvidia.LoadFailure;

/** The native libraries on the class path. */
final class Natives {
  private static final Pattern ONEDNN = Pattern.compile("MKL-DNN v([0-9.]+)");

  private Natives() {}

  /** Returns what the module was built with, by name. */
  static Map<String, String> built() {
    var properties = new Properties();
    try (var in = Natives.class.getResourceAsStream("versions.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var versions = new TreeMap<String, String>();
    properties.forEach((name, version) -> versions.put((String) name, (String) version));
    return versions;
  }

  /** Returns the version of the oneDNN inside libtorch, or empty if it has none. */
  static Optional<String> onednn() {
    try (var description = torch.show_config()) {
      var matcher = ONEDNN.matcher(description.getString());
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
  }

  /** Returns which build for CUDA this is; empty if it is one for the CPU. */
  static Optional<CudaBuild> cudaBuild() {
    var built = built();
    return built.get("libtorch-build").endsWith("-gpu")
        ? CudaBuild.of("libtorch " + built.get("libtorch"))
        : Optional.empty();
  }

  /** Loads them, once; returns one line that says why they do not load, or empty if they do. */
  static Optional<String> obstacle() {
    return Cuda.OBSTACLE.or(() -> loading(torch::get_num_threads));
  }

  /** A build for CUDA needs the libraries of CUDA on the CPU, too. */
  private static final class Cuda {
    private static final Optional<String> OBSTACLE =
        cudaBuild().flatMap(build -> CudaLibraries.ofThisMachine().load(build));
  }

  /** Loads those for CUDA as well. */
  static Optional<String> cudaObstacle() {
    return loading(() -> Class.forName("org.bytedeco.pytorch.global.torch_cuda"));
  }

  private static Optional<String> loading(Callable<?> firstUse) {
    try {
      firstUse.call();
      return Optional.empty();
    } catch (Exception | LinkageError e) {
      return Optional.of(LoadFailure.describe("libtorch", e));
    }
  }
}
