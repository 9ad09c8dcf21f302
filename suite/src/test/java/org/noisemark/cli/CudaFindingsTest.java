package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.gpu.CudaFit;
import org.noisemark.gpu.CudaLibraries;
import org.noisemark.gpu.Gpu;
import org.noisemark.gpu.Gpus;

/** What the doctor says of GPUs that this machine does not have, without CUDA 13 installed. */
class CudaFindingsTest {
  @TempDir Path libraries;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tesla K80        |  37 | 470.256.02 | fits        | too old    | too old       | -Pcuda-11.6,cuda-11.6-redist
          Tesla P100       |  60 | 535.183.01 | fits        | fits       | too old       | -Pcuda12
          Tesla V100       |  70 | 580.95.05  | fits        | fits       | too old       | -Pcuda12
          Tesla T4         |  75 | 580.95.05  | fits        | fits       | cannot start  | -Pcuda12
          NVIDIA A100      |  80 | 550.54.15  | fits        | fits       | driver 550    | -Pcuda12
          GeForce RTX 4090 |  89 | 580.95.05  | fits        | fits       | cannot start  | -Pcuda12
          NVIDIA H100      |  90 | 580.95.05  | too new     | fits       | cannot start  | -Pcuda12
          NVIDIA B200      | 100 | 580.95.05  | too new     | too new    | cannot start  | -Pcuda13
          GeForce RTX 5090 | 120 | 580.95.05  | too new     | too new    | cannot start  | -Pcuda13
          GeForce RTX 5090 | 120 | 570.86.15  | too new     | too new    | driver 570    | on the CPU
          Tesla T4         |  75 | 418.226.00 | driver 418  | driver 418 | driver 418    | on the CPU
          """)
  void judgesEachBuildInALine(
      String name,
      int capability,
      String driver,
      String dl4j,
      String cuda12,
      String cuda13,
      String advice) {
    var lines = CudaFindings.builds(fit(new Gpu(0, "GPU-0", name, capability, driver, 16L << 30)));
    assertEquals(
        List.of("dl4j cuda-11.6", "libtorch cuda12", "libtorch cuda13", "advice"),
        List.copyOf(lines.keySet()));
    assertSays(dl4j, lines.get("dl4j cuda-11.6"));
    assertSays(cuda12, lines.get("libtorch cuda12"));
    assertSays(cuda13, lines.get("libtorch cuda13"));
    assertTrue(lines.get("advice").contains(advice), lines.get("advice"));
  }

  private static void assertSays(String expected, String line) {
    assertEquals(1, line.lines().count(), line);
    var start =
        switch (expected) {
          case "fits" -> "fits: ./mvnw ";
          case "cannot start" -> "fits, but cannot start: libtorch cuda13 needs libcudart.so.13, ";
          default -> "does not fit: ";
        };
    assertTrue(line.startsWith(start) && line.contains(expected), line);
  }

  @Test
  void marksTheGpuInUse() {
    var first = new Gpu(0, "GPU-1", "Tesla T4", 75, "580.95.05", 15360L << 20);
    var second = new Gpu(1, "GPU-2", "NVIDIA L4", 89, "580.95.05", 23034L << 20);
    assertEquals(
        Map.of("gpu 0", "Tesla T4 (compute capability 7.5), 15.0 GiB, driver 580.95.05"),
        CudaFindings.gpus(fit(first)));
    assertEquals(
        Map.of(
            "gpu 0", "Tesla T4 (compute capability 7.5), 15.0 GiB, driver 580.95.05",
            "gpu 1", "NVIDIA L4 (compute capability 8.9), 22.5 GiB, driver 580.95.05 (in use)"),
        CudaFindings.gpus(fit(new Gpus(List.of(first, second), "", "1"))));
  }

  @Test
  void saysWhyThereIsNoGpu() {
    var fit = fit(new Gpus(List.of(), "no NVIDIA driver found: so and so", ""));
    assertEquals(
        Map.of("in use", "none: no NVIDIA driver found: so and so"), CudaFindings.gpus(fit));
    assertEquals(
        Map.of(
            "dl4j cuda-11.6", "no GPU", "libtorch cuda12", "no GPU", "libtorch cuda13", "no GPU"),
        CudaFindings.builds(fit));
  }

  private CudaFit fit(Gpu gpu) {
    return fit(new Gpus(List.of(gpu), "", ""));
  }

  private CudaFit fit(Gpus gpus) {
    return new CudaFit(gpus, () -> new CudaLibraries(List.of(libraries)));
  }
}
