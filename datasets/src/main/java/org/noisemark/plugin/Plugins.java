package org.noisemark.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The jar files that a user has put beside the program. They hold for the whole process: {@link
 * Registry Registries} look into them from the next call on.
 */
public final class Plugins {
  /** Where something comes from that does not come from a plug-in. */
  public static final String BUILT_IN = "noisemark";

  /**
   * A plug-in.
   *
   * @param file name of the jar file, without its folder
   * @param sha256 of the file, 64 lower-case hex digits
   */
  public record Plugin(String file, String sha256) {}

  private static List<Plugin> all = List.of();
  private static ClassLoader loader = Plugins.class.getClassLoader();

  private Plugins() {}

  /**
   * Uses these jar files from now on, in place of those before.
   *
   * @throws IllegalArgumentException in one line, if one is no jar file
   * @throws IOException if one cannot be read
   */
  public static synchronized void use(List<Path> jars) throws IOException {
    var plugins = new ArrayList<Plugin>();
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
      plugins.add(new Plugin(jar.getFileName().toString(), sha256(jar)));
      urls.add(url(jar));
    }
    all = List.copyOf(plugins);
    loader =
        jars.isEmpty()
            ? Plugins.class.getClassLoader()
            : new URLClassLoader(urls.toArray(URL[]::new), Plugins.class.getClassLoader());
  }

  /** Returns the plug-ins in use, in the order given. */
  public static synchronized List<Plugin> all() {
    return all;
  }

  /** Returns what finds classes of the program and of the plug-ins in use. */
  public static synchronized ClassLoader loader() {
    return loader;
  }

  /** Returns where an object's class comes from: a plug-in's file, or {@link #BUILT_IN}. */
  static String origin(Object object) {
    if (object.getClass().getClassLoader() == Plugins.class.getClassLoader()) {
      return BUILT_IN;
    }
    var source = object.getClass().getProtectionDomain().getCodeSource();
    String path = source.getLocation().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String sha256(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException("--plugin: found no file " + jar + ", expected a jar");
    }
    try (var file = new JarFile(jar.toFile())) {
      file.size();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--plugin: " + jar + " is no jar file (" + e.getMessage() + ")", e);
    }
    return DigestUtils.sha256Hex(Files.readAllBytes(jar));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("--plugin: " + jar + " has no address", e);
    }
  }
}
