package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.noisemark.gpu.CudaBuild;
import org.noisemark.gpu.CudaLibraries;
import org.noisemark.gpu.LoadFailure;

/** The native libraries on the class path. */
final class Natives {
  /**
   * Patterns of the versions in libtorch's description of its build, by the names in run records.
   */
  private static final Map<String, Pattern> LIBRARIES =
      Map.of(
          "onednn", Pattern.compile("MKL-DNN v([0-9.]+)"),
          "cuda-runtime", Pattern.compile("CUDA Runtime ([0-9.]+)"),
          "cudnn", Pattern.compile("CuDNN ([0-9.]+)"));

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

  /**
   * Returns the versions of the libraries that libtorch computes with, by name; without those it is
   * not built with, and empty if it does not load.
   */
  static Map<String, String> loaded() {
    var versions = new TreeMap<String, String>();
    if (obstacle().isEmpty()) {
      try (var description = torch.show_config()) {
        var text = description.getString();
        LIBRARIES.forEach(
            (name, pattern) -> {
              var matcher = pattern.matcher(text);
              if (matcher.find()) {
                versions.put(name, matcher.group(1));
              }
            });
      }
    }
    return versions;
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
    return Cuda.OBSTACLE.or(() -> loading(Natives::load));
  }

  /**
   * JavaCPP unpacks and loads one library after the other, each beside those before. What one needs
   * and is not unpacked yet would be taken from the system, where another libtorch may lie, and two
   * of them in one process end it. So all are unpacked first.
   */
  private static int load() throws IOException {
    for (var preset : List.of("openblas", "pytorch")) {
      for (var extension : List.of("", "-gpu")) {
        var folder = "/org/bytedeco/" + preset + "/" + Loader.getPlatform() + extension;
        if (torch.class.getResource(folder) != null) {
          Loader.cacheResources(torch.class, folder);
        }
      }
    }
    return torch.get_num_threads();
  }

  /** A build for CUDA needs the libraries of CUDA even to compute on the CPU. */
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
