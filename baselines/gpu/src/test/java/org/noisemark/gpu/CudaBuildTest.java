package org.noisemark.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaBuildTest {
  /**
   * Which builds run on which GPU: NVIDIA's compute capabilities, against the machine code that
   * each library holds.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tesla K40           |  3.5 | 470.256.02 | none
          Tesla K80           |  3.7 | 470.256.02 | cuda-11.6
          GeForce GTX 980     |  5.2 | 535.183.01 | cuda-11.6, cuda12
          Tesla P100          |  6.0 | 535.183.01 | cuda-11.6, cuda12
          GeForce GTX 1080 Ti |  6.1 | 580.95.05  | cuda-11.6, cuda12
          Tesla V100          |  7.0 | 580.95.05  | cuda-11.6, cuda12
          Tesla T4            |  7.5 | 580.95.05  | cuda-11.6, cuda12, cuda13
          Tesla T4            |  7.5 | 450.80.02  | cuda-11.6
          Tesla T4            |  7.5 | 440.33.01  | none
          NVIDIA A100         |  8.0 | 535.183.01 | cuda-11.6, cuda12
          GeForce RTX 3090    |  8.6 | 580.95.05  | cuda-11.6, cuda12, cuda13
          GeForce RTX 4090    |  8.9 | 579.99     | cuda-11.6, cuda12
          GeForce RTX 4090    |  8.9 | 580.95.05  | cuda-11.6, cuda12, cuda13
          NVIDIA H100         |  9.0 | 524.1      | none
          NVIDIA H100         |  9.0 | 525.60.13  | cuda12
          NVIDIA H200         |  9.0 | 580.95.05  | cuda12, cuda13
          NVIDIA B200         | 10.0 | 580.95.05  | cuda13
          NVIDIA B200         | 10.0 | 570.1      | none
          NVIDIA B300         | 10.3 | 590.1      | cuda13
          GeForce RTX 5090    | 12.0 | 580.95.05  | cuda13
          NVIDIA GB10         | 12.1 | 580.95.05  | cuda13
          Of the future       | 15.0 | 700.1      | none
          """)
  void runsOnTheGpusItHoldsCodeFor(String name, String capability, String driver, String expected) {
    var gpu = gpu(name, capability, driver);
    var fitting =
        Arrays.stream(CudaBuild.values())
            .filter(build -> build.obstacle(gpu).isEmpty())
            .map(build -> build.label().split(" ")[1])
            .collect(Collectors.joining(", "));
    assertEquals(expected, fitting.isEmpty() ? "none" : fitting);
  }

  @Test
  void saysInOneLineWhyNot() {
    assertEquals(
        Optional.of(
            "NVIDIA H100 (compute capability 9.0) is too new for nd4j-cuda-11.6, which holds code"
                + " for 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0, 8.6"),
        CudaBuild.DL4J_CUDA_11_6.obstacle(gpu("NVIDIA H100", "9.0", "580.95.05")));
    assertEquals(
        Optional.of(
            "Tesla K80 (compute capability 3.7) is too old for libtorch 2.5.1, which holds code"
                + " for 5.0, 6.0, 7.0, 8.0, 9.0"),
        CudaBuild.LIBTORCH_CUDA_12.obstacle(gpu("Tesla K80", "3.7", "470.256.02")));
    assertEquals(
        Optional.of(
            "driver 550.54.15 of NVIDIA H100 (compute capability 9.0) is too old for libtorch"
                + " 2.10.0, which needs 580 or newer"),
        CudaBuild.LIBTORCH_CUDA_13.obstacle(gpu("NVIDIA H100", "9.0", "550.54.15")));
  }

  /** Its driver goes with libtorch not at all, and with ND4J if the GPU does: it may be tried. */
  @Test
  void aGpuOfUnknownCapabilityIsJudgedByItsDriver() {
    var gpu = gpu("Tesla K80", "0.0", "470.256.02");
    assertEquals(Optional.empty(), CudaBuild.DL4J_CUDA_11_6.obstacle(gpu));
    assertEquals(
        Optional.of(
            "driver 470.256.02 of Tesla K80 (compute capability unknown) is too old for libtorch"
                + " 2.5.1, which needs 525 or newer"),
        CudaBuild.LIBTORCH_CUDA_12.obstacle(gpu));
  }

  @Test
  void isKnownByItsLibrary() {
    assertEquals(Optional.of(CudaBuild.LIBTORCH_CUDA_12), CudaBuild.of("libtorch 2.5.1-1.5.11"));
    assertEquals(Optional.of(CudaBuild.LIBTORCH_CUDA_13), CudaBuild.of("libtorch 2.10.0-1.5.13"));
    assertEquals(Optional.empty(), CudaBuild.of("libtorch 2.1.0-1.5.10"));
  }

  static Gpu gpu(String name, String capability, String driver) {
    int tenfold = Integer.parseInt(capability.replace(".", ""));
    return new Gpu(0, "GPU-0", name, tenfold, driver, 16L << 30);
  }
}
