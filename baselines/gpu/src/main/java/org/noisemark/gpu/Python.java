package org.noisemark.gpu;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Python interpreters of a machine, whose NVIDIA packages hold libraries of CUDA. */
final class Python {
  private static final int PATIENCE_SECONDS = 10;

  private Python() {}

  /** Returns the interpreters that an environment offers: the active ones, then all on the PATH. */
  static List<Path> interpreters(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    for (var active : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      paths(environment.get(active)).forEach(folder -> folders.add(folder.resolve("bin")));
    }
    folders.addAll(paths(environment.get("PATH")));
    var interpreters = new LinkedHashSet<Path>();
    for (var folder : folders) {
      var interpreter = folder.resolve("python3");
      if (Files.isExecutable(interpreter)) {
        interpreters.add(interpreter);
      }
    }
    return List.copyOf(interpreters);
  }

  /** Returns the folders that an interpreter imports packages from; none where it does not run. */
  static List<Path> packages(Path interpreter) {
    try {
      var process =
          new ProcessBuilder(
                  interpreter.toString(), "-c", "import os, sys; print(os.pathsep.join(sys.path))")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          return List.of();
        }
        var answer = process.getInputStream().readAllBytes();
        return paths(new String(answer, StandardCharsets.UTF_8).strip());
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Returns the folders of a list as in PATH; none for null. */
  static List<Path> paths(String list) {
    var paths = new ArrayList<Path>();
    for (var each : (list == null ? "" : list).split(File.pathSeparator)) {
      try {
        if (!each.isEmpty()) {
          paths.add(Path.of(each));
        }
      } catch (InvalidPathException e) {
        // Not a path: it names no folder.
      }
    }
    return paths;
  }
}
