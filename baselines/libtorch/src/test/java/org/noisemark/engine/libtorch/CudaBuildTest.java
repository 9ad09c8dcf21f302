package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.engine.Device;
import org.noisemark.engine.Samples;

/** What users are told about their card, with nvidia-smi's answers made up. */
class CudaBuildTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GTX 980, 5.2, 535.54     | CUDA12",
        "V100, 7.0, 525.60.13     | CUDA12",
        "T4, 7.5, 580.65.06       | CUDA12",
        "T4, 7.5, 580.65.06       | CUDA13",
        "RTX 3090, 8.6, 580.65    | CUDA13",
        "RTX 4090, 8.9, 535.54    | CUDA12",
        "H100, 9.0, 580.65.06     | CUDA12",
        "H100, 9.0, 580.65.06     | CUDA13",
        "GB300, 10.3, 590.1       | CUDA13",
        "RTX 5090, 12.0, 581.2    | CUDA13",
        "GB10, 12.1, 581.2        | CUDA13"
      })
  void cardsThatABuildHoldsCodeForHaveNoObstacle(String answer, CudaBuild build) {
    assertEquals(Optional.empty(), build.obstacle(() -> answer + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RTX 5090, 12.0, 581.2 | CUDA12 | RTX 5090 (compute capability 12.0) is too new for libtorch"
            + " 2.5.1, which holds code for 5.0, 6.0, 7.0, 8.0, 9.0; build with -Pcuda13",
        "V100, 7.0, 580.65     | CUDA13 | V100 (compute capability 7.0) is too old for libtorch"
            + " 2.10.0, which holds code for 7.5, 8.0, 9.0, 10.0, 10.3, 12.0; build with -Pcuda12",
        "K80, 3.7, 470.57      | CUDA12 | K80 (compute capability 3.7) is too old for libtorch"
            + " 2.5.1, which holds code for 5.0, 6.0, 7.0, 8.0, 9.0; no other build of libtorch fits",
        "H100, 9.0, 550.54     | CUDA13 | driver 550 of H100 (compute capability 9.0) is too old for"
            + " libtorch 2.10.0, which needs 580 or newer; build with -Pcuda12",
        "T4, 7.5, 470.57       | CUDA12 | driver 470 of T4 (compute capability 7.5) is too old for"
            + " libtorch 2.5.1, which needs 525 or newer; no other build of libtorch fits"
      })
  void anUnfitCardIsOneLineWithTheWayOut(String answer, CudaBuild build, String expected) {
    assertEquals(Optional.of(expected), build.obstacle(() -> answer));
  }

  @Test
  void aMissingDriverIsOneLine() {
    NvidiaProbe none =
        () -> {
          throw new IOException("Cannot run program \"nvidia-smi\"");
        };
    var expected =
        "no NVIDIA driver found: nvidia-smi does not run (Cannot run program \"nvidia-smi\")";
    assertEquals(Optional.of(expected), CudaBuild.CUDA13.obstacle(none));
    assertEquals(Optional.of(expected), CudaBuild.obstacleOfCpuBuild(none));
  }

  @Test
  void aDriverWithoutCardsIsQuoted() {
    assertEquals(
        Optional.of("no NVIDIA card found: nvidia-smi says 'No devices were found'"),
        CudaBuild.CUDA12.obstacle(() -> "No devices were found\n"));
    assertEquals(
        Optional.of("no NVIDIA card found: nvidia-smi says ''"),
        CudaBuild.CUDA12.obstacle(() -> ""));
  }

  @Test
  void aBuildForTheCpuNamesTheProfileThatFitsTheCard() {
    assertEquals(
        Optional.of(
            "engine libtorch is built for the CPU, not for A100 (compute capability 8.0);"
                + " build with -Pcuda12"),
        CudaBuild.obstacleOfCpuBuild(() -> "A100, 8.0, 535.1\nA100, 8.0, 535.1"));
  }

  @Test
  void theBuildIsKnownByItsVersion() {
    assertEquals(Optional.of(CudaBuild.CUDA12), CudaBuild.of("2.5.1-1.5.11"));
    assertEquals(Optional.of(CudaBuild.CUDA13), CudaBuild.of("2.10.0-1.5.13"));
    assertEquals(Optional.empty(), CudaBuild.of("2.1.0-1.5.10"));
  }

  @Test
  void aRequestThatCannotBeMetFailsWithTheObstacle() {
    var engine = new LibtorchEngine();
    var obstacle = engine.obstacle(Device.CUDA);
    if (obstacle.isPresent()) { // that is, not on a machine with a card and a build for it
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> engine.build(Samples.dense(3), Device.CUDA));
      assertEquals(obstacle.get(), error.getMessage());
    }
  }
}
