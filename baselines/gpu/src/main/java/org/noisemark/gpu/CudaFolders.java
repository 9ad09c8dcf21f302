package org.noisemark.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The folders of a machine that may hold the libraries of CUDA 13 and cuDNN 9. */
final class CudaFolders {
  /** In Python's NVIDIA packages; without it, their cuDNN is one for CUDA 12, of the same name. */
  private static final String CUDA_13_OF_PYTHON = "cu13";

  private CudaFolders() {}

  /**
   * Returns those that exist, in the order of search: the given ones, those that the environment
   * names, toolkits, the system's, Python's packages.
   *
   * @param root of the file system
   * @param given by the user
   * @param packages of an interpreter of Python
   */
  static List<Path> of(
      Path root,
      List<Path> given,
      Map<String, String> environment,
      Function<Path, List<Path>> packages) {
    var folders = new LinkedHashSet<Path>();
    given.forEach(folder -> addBelow(folder, folders));
    folders.addAll(Python.paths(environment.get("LD_LIBRARY_PATH")));
    for (var toolkit : List.of("CUDA_HOME", "CUDA_PATH")) {
      Python.paths(environment.get(toolkit)).forEach(folder -> addBelow(folder, folders));
    }
    var local = root.resolve("usr/local");
    var toolkits =
        children(local).stream()
            .filter(folder -> folder.getFileName().toString().matches("cuda(-13.*)?"));
    toolkits.sorted(Comparator.reverseOrder()).forEach(folder -> addBelow(folder, folders));
    folders.add(root.resolve("usr/lib/x86_64-linux-gnu"));
    folders.add(root.resolve("usr/lib64"));
    for (var interpreter : Python.interpreters(environment)) {
      for (var folder : packages.apply(interpreter)) {
        var nvidia = folder.resolve("nvidia");
        if (Files.isDirectory(nvidia.resolve(CUDA_13_OF_PYTHON))) {
          addBelow(nvidia, folders);
        }
      }
    }
    var seen = new HashSet<Path>();
    return folders.stream()
        .filter(folder -> Files.isDirectory(folder) && seen.add(real(folder)))
        .toList();
  }

  /** Toolkits link to each other. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }

  /** Adds a folder and those in it that may hold its libraries: of a toolkit, of packages. */
  private static void addBelow(Path folder, LinkedHashSet<Path> folders) {
    folders.add(folder);
    folders.add(folder.resolve("lib64"));
    folders.add(folder.resolve("lib"));
    folders.add(folder.resolve("extras/CUPTI/lib64"));
    children(folder).forEach(child -> folders.add(child.resolve("lib")));
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var children = Files.list(folder)) {
      return children.sorted().collect(Collectors.toCollection(ArrayList::new));
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
