package org.noisemark.spark;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.noisemark.plugin.Plugins;

/** What executors need of the driver's class path. */
final class ExecutorClassPath {
  /** Names the file that lists the jars of noisemark and its libraries, with commas between. */
  static final String SHIPPED = "noisemark.cluster.jars";

  private ExecutorClassPath() {}

  /** Returns the whole, for executors on the driver's machine. */
  static String whole() {
    return System.getProperty("java.class.path");
  }

  /**
   * Returns the jars to ship, as Spark takes them; empty where whoever started this program ships
   * them, as spark-submit does.
   *
   * @throws IOException if the list cannot be read
   */
  static String shipped() throws IOException {
    String list = System.getProperty(SHIPPED);
    return list == null ? "" : Files.readString(Path.of(list)).strip();
  }

  /** Returns the jar files of the plug-ins in use. */
  static List<Path> plugins() {
    return Plugins.loader() instanceof URLClassLoader loader && !Plugins.all().isEmpty()
        ? Arrays.stream(loader.getURLs()).map(url -> Path.of(url.getPath())).toList()
        : List.of();
  }
}
