package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoisesTest {
  @ParameterizedTest
  @CsvSource({
    "symmetric-exclusive@1, 0.3, 0.7, 0.1",
    "symmetric-inclusive@1, 0.4, 0.7, 0.1",
    "symmetric-exclusive@1, 0.75, 0.25, 0.25",
    "symmetric-inclusive@1, 1, 0.25, 0.25"
  })
  void symmetricMatrices(String kind, double rate, double kept, double flipped) {
    var matrix = Noises.matrix(NoiseSpec.of(kind, rate, 1), "any", 4).orElseThrow();
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        assertEquals(from == to ? kept : flipped, matrix.probability(from, to), 1e-15);
      }
    }
  }

  @Test
  void aNameWithoutAVersionIsItsNewest() {
    assertEquals("symmetric-exclusive@1", Noises.newest("symmetric-exclusive"));
    assertEquals("symmetric-exclusive@1", Noises.newest("symmetric-exclusive@1"));
    assertEquals("clean", Noises.newest("clean"));
    assertEquals("symmetric", Noises.newest("symmetric"));
  }

  @Test
  void minusZeroIsZero() {
    assertEquals(NoiseSpec.of("pairflip@1", 0.0, 1), NoiseSpec.of("pairflip@1", -0.0, 1));
  }

  @Test
  void pairFlipGoesToTheNextAndRoundTheEnd() {
    var matrix = Noises.matrix(NoiseSpec.of("pairflip@1", 0.45, 1), "any", 3).orElseThrow();
    assertEquals(0.45, matrix.probability(0, 1));
    assertEquals(0.45, matrix.probability(2, 0));
    assertEquals(0, matrix.probability(0, 2));
    assertEquals(0.55, matrix.probability(1, 1), 1e-15);
  }

  @Test
  void everyMatrixIsOneForAnyNumberOfClasses() {
    for (String kind :
        new String[] {"symmetric-exclusive@1", "symmetric-inclusive@1", "pairflip@1"}) {
      for (int classes = 2; classes <= 100; classes++) {
        for (double rate : new double[] {0, 0.123, 0.4999}) {
          var matrix = Noises.matrix(NoiseSpec.of(kind, rate, 1), "any", classes).orElseThrow();
          for (int from = 0; from < classes; from++) {
            double sum = 0;
            for (int to = 0; to < classes; to++) {
              sum += matrix.probability(from, to);
            }
            assertEquals(1, sum, 1e-12);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clean, 0.1, 0",
    "symmetric-exclusive@1, -0.1, 0 to 1",
    "symmetric-exclusive@1, 1.0001, 0 to 1",
    "symmetric-exclusive@1, 20, 0 to 1",
    "symmetric-exclusive@1, NaN, 0 to 1",
    "symmetric-inclusive@1, Infinity, 0 to 1",
    "asymmetric-fashion-mnist@1, -1, 0 to 1",
    "pairflip@1, 0.5, at least 0 and below 0.5",
    "pairflip@1, 0.7, at least 0 and below 0.5"
  })
  void ratesOutsideTheirMeaningAreRefused(String kind, double rate, String expected) {
    var error = assertThrows(IllegalArgumentException.class, () -> NoiseSpec.of(kind, rate, 1));
    assertEquals(kind + ": rate " + rate + ", expected " + expected, error.getMessage());
  }

  @Test
  void unknownNamesListTheKnown() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> NoiseSpec.of("symmetric", 0.2, 1));
    assertTrue(error.getMessage().startsWith("unknown noise 'symmetric', expected one of [clean,"));
    assertTrue(error.getMessage().contains("symmetric-exclusive@1"));
    assertThrows(IllegalArgumentException.class, () -> NoiseSpec.Count.named("some"));
    assertEquals(NoiseSpec.Count.EXACT, NoiseSpec.Count.named("exact"));
  }

  @Test
  void aMapForOneDataSetIsRefusedForAnother() {
    var spec = NoiseSpec.of("asymmetric-fashion-mnist@1", 0.2, 1);
    var error =
        assertThrows(IllegalArgumentException.class, () -> Noises.matrix(spec, "mnist", 10));
    assertEquals(
        "asymmetric-fashion-mnist@1 is defined for [fashion-mnist, fashion-mnist-mini,"
            + " fashion-mnist-3x32x32, fashion-mnist-mini-3x32x32], not for 'mnist'",
        error.getMessage());
    assertEquals(10, Noises.matrix(spec, "fashion-mnist-mini", 10).orElseThrow().classes());
  }

  @Test
  void aMatrixBelongsToItsKindAndFitsItsClasses() {
    var two = Optional.of(TransitionMatrix.of(new double[][] {{0.9, 0.1}, {0.3, 0.7}}));
    assertEquals(0.2, NoiseSpec.ofMatrix(two.get(), NoiseSpec.Count.EXACT, 1).rate(), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> NoiseSpec.of("matrix@1", 0.2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            NoiseSpec.of(
                "matrix@1", 0.7, NoiseSpec.Count.EXACT, 1, two, Optional.empty(), Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            NoiseSpec.of(
                "pairflip@1", 0.2, NoiseSpec.Count.EXACT, 1, two, Optional.empty(), Map.of()));
    var spec = NoiseSpec.ofMatrix(two.get(), NoiseSpec.Count.EXACT, 1);
    var error =
        assertThrows(IllegalArgumentException.class, () -> Noises.matrix(spec, "digits", 10));
    assertEquals("matrix@1: a matrix of 2 classes for digits, which has 10", error.getMessage());
  }
}
