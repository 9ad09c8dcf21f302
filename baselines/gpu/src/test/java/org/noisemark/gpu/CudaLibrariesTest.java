package org.noisemark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a file system made up. */
@DisabledOnOs(OS.WINDOWS)
class CudaLibrariesTest {
  private static final CudaBuild BUILD = CudaBuild.LIBTORCH_CUDA_13;

  @TempDir Path root;

  @Test
  void missingOnesAreNamedWithThePlacesAndTheWayToGetThem() throws IOException {
    var lib = folder("usr/lib64");
    for (var library : BUILD.needed()) {
      if (!library.file().matches("lib(cudnn_ops|nccl|cublas|cublasLt)[.].*")) {
        Files.createFile(lib.resolve(library.file()));
      }
    }
    assertEquals(
        Optional.of(
            "libtorch cuda13 needs libcublasLt.so.13, libcublas.so.13, libcudnn_ops.so.9,"
                + " libnccl.so.2, not found in "
                + lib
                + ": install CUDA 13 and cuDNN 9, or python3 -m pip install nvidia-cublas"
                + " nvidia-cudnn-cu13 nvidia-nccl-cu13, or name the folder by --cuda-libs"),
        libraries(List.of(), Map.of()).obstacle(BUILD));
  }

  @Test
  void buildsThatBringTheirLibrariesNeedNone() {
    var none = new CudaLibraries(List.of());
    assertEquals(Optional.empty(), none.obstacle(CudaBuild.LIBTORCH_CUDA_12));
    assertEquals(Optional.empty(), none.load(CudaBuild.DL4J_CUDA_11_6));
  }

  @Test
  void theGivenFolderComesFirstThenTheEnvironmentThenToolkitsThenTheSystem() throws IOException {
    var given = folder("given");
    var path = folder("path");
    var home = folder("home/lib64");
    var old = folder("usr/local/cuda-12.6/lib64");
    var minor = folder("usr/local/cuda-13.1/lib64");
    var system = folder("usr/lib/x86_64-linux-gnu");
    var environment =
        Map.of("LD_LIBRARY_PATH", path.toString(), "CUDA_HOME", home.getParent().toString());
    var folders = libraries(List.of(given), environment).folders();
    var order = List.of(given, path, home, minor, system);
    assertEquals(order, folders.stream().filter(order::contains).toList());
    assertTrue(!folders.contains(old), "CUDA 12 has files of the same name");
    for (var each : order) {
      Files.createFile(each.resolve("libcudnn.so.9"));
    }
    var cudnn = new CudaLibrary("libcudnn.so.9", "");
    assertEquals(
        Optional.of(given.resolve("libcudnn.so.9")),
        libraries(List.of(given), environment).find(cudnn));
    assertEquals(
        Optional.of(minor.resolve("libcudnn.so.9")), libraries(List.of(), Map.of()).find(cudnn));
  }

  /** /usr/local/cuda is a link to the toolkit, and lib64 often one within it. */
  @Test
  void aFolderIsSearchedOnceWhateverItsNames() throws IOException {
    var toolkit = folder("usr/local/cuda-13.1");
    folder("usr/local/cuda-13.1/targets/x86_64-linux/lib");
    Files.createSymbolicLink(toolkit.resolve("lib64"), Path.of("targets/x86_64-linux/lib"));
    Files.createSymbolicLink(root.resolve("usr/local/cuda"), Path.of("cuda-13.1"));
    assertEquals(
        List.of(toolkit, toolkit.resolve("lib64")), libraries(List.of(), Map.of()).folders());
  }

  /** A toolkit's folder, or the packages' of a Python, will do as well as the libraries' own. */
  @Test
  void aGivenFolderIsSearchedAsToolkitsAndPackagesAreLaidOut() throws IOException {
    for (var below : List.of("", "lib64", "lib", "extras/CUPTI/lib64", "cudnn/lib")) {
      var file = folder("given/" + below).resolve("libx.so.1");
      Files.createFile(file);
      var found = libraries(List.of(root.resolve("given")), Map.of());
      assertEquals(Optional.of(file), found.find(new CudaLibrary("libx.so.1", "")), below);
      Files.delete(file);
    }
  }

  @Test
  void everyPythonWithPackagesForCuda13IsSearched() throws IOException {
    var first = python("a", "cudnn/lib", "cuda_runtime/lib"); // packages for CUDA 12
    var second = python("b", "cudnn/lib", "cu13/lib");
    var environment = Map.of("PATH", first + ":" + root.resolve("absent") + ":" + second);
    var folders = libraries(List.of(), environment).folders();
    var packages = root.resolve("b/site-packages/nvidia");
    assertTrue(
        folders.containsAll(List.of(packages.resolve("cudnn/lib"), packages.resolve("cu13/lib"))));
    assertTrue(folders.stream().noneMatch(each -> each.startsWith(root.resolve("a"))));
    var active = Map.of("PATH", first.toString(), "VIRTUAL_ENV", root.resolve("b").toString());
    assertTrue(
        libraries(List.of(), active).folders().contains(packages.resolve("cu13/lib")), "active");
  }

  @Test
  void aPythonThatFailsIsPassedOver() throws IOException {
    var bin = folder("broken/bin");
    script(bin.resolve("python3"), "echo broken >&2; exit 1");
    assertEquals(List.of(), libraries(List.of(), Map.of("PATH", bin.toString())).folders());
  }

  @Test
  void aFileThatIsNoLibraryIsOneLine() throws IOException {
    var lib = folder("usr/lib64");
    for (var library : BUILD.needed()) {
      Files.createFile(lib.resolve(library.file()));
    }
    var line = libraries(List.of(), Map.of()).load(BUILD).orElseThrow();
    assertTrue(
        line.startsWith("libtorch cuda13 needs libcudart.so.13, which does not load: "), line);
    assertEquals(1, line.lines().count());
  }

  /** Makes a Python that knows its packages, and returns the folder that it is in. */
  private Path python(String name, String... packages) throws IOException {
    for (var each : packages) {
      folder(name + "/site-packages/nvidia/" + each);
    }
    var bin = folder(name + "/bin");
    script(bin.resolve("python3"), "echo '" + root.resolve(name).resolve("site-packages") + "'");
    return bin;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private CudaLibraries libraries(List<Path> given, Map<String, String> environment) {
    return new CudaLibraries(CudaFolders.of(root, given, environment, Python::packages));
  }

  private Path folder(String path) throws IOException {
    return Files.createDirectories(root.resolve(path));
  }
}
