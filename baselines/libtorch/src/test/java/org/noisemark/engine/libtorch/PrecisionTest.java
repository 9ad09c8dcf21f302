package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.noisemark.gpu.Gpu;

class PrecisionTest {
  /** Ampere, 8.0, was the first with units for them; without, a GPU would do something else. */
  @ParameterizedTest
  @CsvSource({"TF32, tf32", "BFLOAT16, bfloat16"})
  void needsAGpuWithUnitsForIt(Precision precision, String label) {
    assertEquals(
        Optional.of(
            "Tesla T4 (compute capability 7.5) has no "
                + label
                + ": that needs compute capability 8.0"),
        precision.obstacle(gpu("Tesla T4", 75)));
    assertEquals(Optional.empty(), precision.obstacle(gpu("NVIDIA A100", 80)));
    assertEquals(Optional.empty(), precision.obstacle(gpu("NVIDIA B200", 100)));
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32", "FLOAT64"})
  void everyGpuHasTheUsualOnes(Precision precision) {
    assertEquals(Optional.empty(), precision.obstacle(gpu("Tesla M40", 52)));
  }

  private static Gpu gpu(String name, int capability) {
    return new Gpu(0, "GPU-0", name, capability, "580.95.05", 16L << 30);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void isFoundByItsLabel(Precision precision) {
    assertEquals(precision, Precision.named(precision.label()));
  }
}
