package org.noisemark.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the libraries of CUDA that a build needs and does not contain, and loads them. A loaded
 * library is found by its name when another one needs it, so no {@code LD_LIBRARY_PATH} has to be
 * set before the JVM starts.
 *
 * @param folders where to look, in order
 */
public record CudaLibraries(List<Path> folders) {
  /** The system property that names folders to look in first, with the path separator between. */
  public static final String GIVEN = "noisemark.cuda-libs";

  public CudaLibraries {
    folders = List.copyOf(folders);
  }

  /** Returns those of this machine, searched for once. */
  public static CudaLibraries ofThisMachine() {
    return ThisMachine.LIBRARIES;
  }

  private static final class ThisMachine {
    private static final CudaLibraries LIBRARIES =
        new CudaLibraries(
            CudaFolders.of(
                Path.of("/"),
                Python.paths(System.getProperty(GIVEN)),
                System.getenv(),
                Python::packages));
  }

  /** Returns the file of a library. */
  Optional<Path> find(CudaLibrary library) {
    return folders.stream()
        .map(folder -> folder.resolve(library.file()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Returns one line that names the libraries that a build needs and that are missing; empty if
   * none is.
   */
  public Optional<String> obstacle(CudaBuild build) {
    var missing = build.needed().stream().filter(library -> find(library).isEmpty()).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s needs %s, not found in %s: install CUDA 13 and cuDNN 9, or python3 -m pip install %s, or name the folder by --cuda-libs",
            build.label(),
            missing.stream().map(CudaLibrary::file).collect(Collectors.joining(", ")),
            folders.isEmpty()
                ? "any folder"
                : folders.stream().map(Path::toString).collect(Collectors.joining(", ")),
            missing.stream()
                .map(CudaLibrary::pythonPackage)
                .distinct()
                .collect(Collectors.joining(" "))));
  }

  /** Loads what a build needs; returns one line that says why that fails, or empty if it works. */
  public Optional<String> load(CudaBuild build) {
    var obstacle = obstacle(build);
    if (obstacle.isPresent()) {
      return obstacle;
    }
    for (var library : build.needed()) {
      var file = find(library).orElseThrow().toAbsolutePath();
      try {
        System.load(file.toString());
      } catch (UnsatisfiedLinkError e) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s needs %s, which does not load: %s",
                build.label(),
                library.file(),
                e.getMessage()));
      }
    }
    return Optional.empty();
  }
}
