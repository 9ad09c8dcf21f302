package org.noisemark.engine.libtorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;

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
    var matcher = ONEDNN.matcher(torch.show_config().getString());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Loads them, once; returns one line that says why they do not load, or empty if they do. */
  static Optional<String> obstacle() {
    try {
      torch.get_num_threads();
      return Optional.empty();
    } catch (LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      var reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      return Optional.of("the native libraries of engine libtorch do not load here: " + reason);
    }
  }
}
