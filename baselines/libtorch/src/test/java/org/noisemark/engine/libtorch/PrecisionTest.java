package org.noisemark.engine.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
  /** Ampere, 8.0, was the first with units for them; without, a card would do something else. */
  @ParameterizedTest
  @CsvSource({"TF32, tf32", "BFLOAT16, bfloat16"})
  void needsACardWithUnitsForIt(Precision precision, String label) {
    NvidiaProbe turing = () -> "Tesla T4, 7.5, 580.95.05\nNVIDIA A100, 8.0, 580.95.05\n";
    assertEquals(
        Optional.of(
            "Tesla T4 (compute capability 7.5) has no "
                + label
                + ": that needs compute capability 8.0"),
        precision.obstacle(turing));
    assertEquals(Optional.empty(), precision.obstacle(() -> "NVIDIA A100, 8.0, 580.95.05\n"));
    assertEquals(Optional.empty(), precision.obstacle(() -> "NVIDIA B200, 10.0, 580.95.05\n"));
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32", "FLOAT64"})
  void everyCardHasTheUsualOnes(Precision precision) {
    assertEquals(Optional.empty(), precision.obstacle(() -> "Tesla M40, 5.2, 525.60.13\n"));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void isFoundByItsLabel(Precision precision) {
    assertEquals(precision, Precision.named(precision.label()));
  }
}
