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

/** The native libraries on the class path. */
final class Natives {
  private static final Pattern MISSING = Pattern.compile("(lib[^/: ]+): cannot open shared object");
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

  /** Loads them, once; returns one line that says why they do not load, or empty if they do. */
  static Optional<String> obstacle() {
    return loading(torch::get_num_threads);
  }

  /** Loads those for CUDA as well, and the libraries of CUDA that they need. */
  static Optional<String> cudaObstacle() {
    return loading(() -> Class.forName("org.bytedeco.pytorch.global.torch_cuda"));
  }

  private static Optional<String> loading(Callable<?> firstUse) {
    try {
      firstUse.call();
      return Optional.empty();
    } catch (Exception | LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return Optional.of(describe(cause));
    }
  }

  /** Returns one line about what did not load. */
  static String describe(Throwable cause) {
    var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    var missing = MISSING.matcher(message);
    return missing.find()
        ? "engine libtorch does not find "
            + missing.group(1)
            + ": put its folder on LD_LIBRARY_PATH"
        : "the native libraries of engine libtorch do not load here: " + message;
  }
}
