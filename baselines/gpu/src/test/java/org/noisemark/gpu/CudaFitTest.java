package org.noisemark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way out that users are shown, with GPUs and libraries made up. */
class CudaFitTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tesla K80        |  3.7 | 470.256.02 | dl4j cuda-11.6  | dl4j cuda-11.6
          Tesla P100       |  6.0 | 535.183.01 | libtorch cuda12 | libtorch cuda12
          Tesla V100       |  7.0 | 580.95.05  | libtorch cuda12 | libtorch cuda12
          Tesla T4         |  7.5 | 470.256.02 | dl4j cuda-11.6  | dl4j cuda-11.6
          Tesla T4         |  7.5 | 580.95.05  | libtorch cuda12 | libtorch cuda13
          NVIDIA A100      |  8.0 | 550.54.15  | libtorch cuda12 | libtorch cuda12
          GeForce RTX 4090 |  8.9 | 580.95.05  | libtorch cuda12 | libtorch cuda13
          NVIDIA H100      |  9.0 | 580.95.05  | libtorch cuda12 | libtorch cuda13
          NVIDIA H100      |  9.0 | 550.54.15  | libtorch cuda12 | libtorch cuda12
          NVIDIA B200      | 10.0 | 580.95.05  | libtorch cuda13 | libtorch cuda13
          GeForce RTX 5090 | 12.0 | 580.95.05  | libtorch cuda13 | libtorch cuda13
          GeForce RTX 5090 | 12.0 | 570.86     | none            | none
          Tesla M2090      |  2.0 | 390.1      | none            | none
          """)
  void advisesTheNewestBuildThatCanStart(
      String name, String capability, String driver, String with, String without)
      throws IOException {
    var gpu = CudaBuildTest.gpu(name, capability, driver);
    assertEquals(with, label(fit(gpu)));
    for (var library : CudaLibrary.CUDA_13) {
      Files.createFile(folder.resolve(library.file()));
    }
    assertEquals(without, label(fit(gpu)), "with CUDA 13 installed");
  }

  private static String label(CudaFit fit) {
    return fit.advised().map(CudaBuild::label).orElse("none");
  }

  @Test
  void aBuildForTheCpuNamesTheOneForTheGpu() {
    var fit = fit(CudaBuildTest.gpu("NVIDIA A100", "8.0", "535.1"));
    assertEquals(
        "engine libtorch is built for the CPU, not for NVIDIA A100 (compute capability 8.0);"
            + " build it by: ./mvnw -q -DskipTests -Pcuda12 package",
        fit.obstacleOfCpuBuild("libtorch"));
    assertEquals(
        "engine dl4j is built for the CPU, not for NVIDIA A100 (compute capability 8.0);"
            + " build it by: ./mvnw -q -DskipTests -Pcuda-11.6,cuda-11.6-redist package",
        fit.obstacleOfCpuBuild("dl4j"));
  }

  @Test
  void anEngineWithoutABuildForTheGpuNamesTheOther() {
    assertEquals(
        "engine dl4j is built for the CPU, not for NVIDIA B200 (compute capability 10.0);"
            + " no build of it fits, but engine libtorch does, built by: ./mvnw -q -DskipTests"
            + " -Pcuda13 package",
        fit(CudaBuildTest.gpu("NVIDIA B200", "10.0", "580.1")).obstacleOfCpuBuild("dl4j"));
    assertEquals(
        "engine libtorch is built for the CPU, not for Tesla M2090 (compute capability 2.0);"
            + " no build of any engine fits",
        fit(CudaBuildTest.gpu("Tesla M2090", "2.0", "390.1")).obstacleOfCpuBuild("libtorch"));
  }

  @Test
  void aBuildThatDoesNotFitNamesTheOneThatDoes() {
    assertEquals(
        Optional.of(
            "Tesla V100 (compute capability 7.0) is too old for libtorch 2.10.0, which holds code"
                + " for 7.5, 8.0, 9.0, 10.0, 10.3, 12.0; build it by: ./mvnw -q -DskipTests"
                + " -Pcuda12 package"),
        fit(CudaBuildTest.gpu("Tesla V100", "7.0", "580.65")).obstacle(CudaBuild.LIBTORCH_CUDA_13));
    assertEquals(
        Optional.of(
            "driver 570.86 of GeForce RTX 5090 (compute capability 12.0) is too old for libtorch"
                + " 2.10.0, which needs 580 or newer; no build of any engine fits"),
        fit(CudaBuildTest.gpu("GeForce RTX 5090", "12.0", "570.86"))
            .obstacle(CudaBuild.LIBTORCH_CUDA_13));
  }

  @Test
  void withoutAGpuEveryBuildSaysSo() {
    var gpus = Gpus.read(fields -> "No devices were found\n", "");
    var fit = new CudaFit(gpus, () -> new CudaLibraries(List.of()));
    var line = "no NVIDIA GPU found: nvidia-smi says 'No devices were found'";
    for (var build : CudaBuild.values()) {
      assertEquals(Optional.of(line), fit.obstacle(build));
      assertEquals(line, fit.obstacleOfCpuBuild(build.engine()));
    }
    assertEquals(Optional.empty(), fit.advised());
  }

  private CudaFit fit(Gpu gpu) {
    return new CudaFit(new Gpus(List.of(gpu), "", ""), () -> new CudaLibraries(List.of(folder)));
  }
}
