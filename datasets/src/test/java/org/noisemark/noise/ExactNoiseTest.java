package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.datasets.ClassRows;
import org.noisemark.datasets.Seeds;

/** Counts are exactly those expected; the oracle is decimal arithmetic without binary rounding. */
@Tag("slow")
class ExactNoiseTest {
  private static final int[] CLASSES = {2, 3, 5, 10, 37, 100};
  private static final int[] SIZES = {1, 7, 100, 1003, 5000};
  private static final String[] RATES = {"0.01", "0.1", "0.2", "0.33", "0.45", "0.5", "0.8", "1"};

  @Test
  void symmetricExclusive() {
    for (int classes : CLASSES) {
      for (String rate : RATES) {
        var flip = new BigDecimal(rate);
        assertCounts("symmetric-exclusive@1", rate, classes, flip, classes - 1);
      }
    }
  }

  @Test
  void symmetricInclusive() {
    for (int classes : CLASSES) {
      for (String rate : RATES) {
        var others = BigDecimal.valueOf(classes - 1);
        var flip =
            new BigDecimal(rate)
                .multiply(others)
                .divide(BigDecimal.valueOf(classes), MathContext.DECIMAL128);
        assertCounts("symmetric-inclusive@1", rate, classes, flip, classes - 1);
      }
    }
  }

  @Test
  void pairFlip() {
    for (int classes : CLASSES) {
      for (String rate : new String[] {"0.01", "0.2", "0.45", "0.499"}) {
        assertCounts("pairflip@1", rate, classes, new BigDecimal(rate), 1);
      }
    }
  }

  /** Every class flips alike, to that many other classes alike. */
  private static void assertCounts(
      String kind, String rate, int classes, BigDecimal flip, int targets) {
    for (int size : SIZES) {
      for (int[] clean :
          new int[][] {Labels.balanced(size, classes), Labels.skewed(size, classes, 1)}) {
        var noisy =
            LabelNoise.inject(
                clean, "any", classes, NoiseSpec.of(kind, Double.parseDouble(rate), size));
        var total = flip.multiply(BigDecimal.valueOf(size)).setScale(9, RoundingMode.HALF_UP);
        assertEquals(
            total.setScale(0, RoundingMode.HALF_UP).intValueExact(),
            noisy.flips(),
            () -> kind + " " + rate + " K " + classes + " n " + clean.length);
        int[][] rows = ClassRows.of(clean, classes);
        int[][] counts = noisy.transitions();
        for (int from = 0; from < classes; from++) {
          double expected = rows[from].length * flip.doubleValue();
          assertEquals(expected, rows[from].length - counts[from][from], 1 - 1e-9);
          assertTargets(counts[from], from, expected / targets, targets);
        }
      }
    }
  }

  private static void assertTargets(int[] counts, int from, double expected, int targets) {
    int reached = 0;
    for (int to = 0; to < counts.length; to++) {
      if (to != from && counts[to] > 0) {
        reached++;
        assertEquals(expected, counts[to], 1 - 1e-9);
      }
      if (to != from && expected > 1 && targets == counts.length - 1) {
        assertTrue(counts[to] > 0);
      }
    }
    assertTrue(reached <= targets);
  }

  /** cleanlab's injector gives an effective 0.115 here. */
  @Test
  void twentyPercentOfAHundredClassesIsTwentyPercent() {
    var noisy =
        LabelNoise.inject(
            Labels.balanced(50_000, 100),
            "any",
            100,
            NoiseSpec.of("symmetric-exclusive@1", 0.2, 1));
    assertEquals(0.2, noisy.effectiveRate());
    for (double rate : noisy.effectiveRatePerClass()) {
      assertEquals(0.2, rate);
    }
  }

  /** The rates that papers call 20, 40, 60 and 80 % where the true class may be redrawn. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4, 0.6, 0.8})
  void inclusiveRatesAreNineTenthsAtTenClasses(double rate) {
    var noisy =
        LabelNoise.inject(
            Labels.balanced(50_000, 10), "any", 10, NoiseSpec.of("symmetric-inclusive@1", rate, 1));
    assertEquals(0.9 * rate, noisy.effectiveRate(), 1e-12);
  }

  @Test
  void asymmetricFlipsHalfOfTheRateOfFashionMnist() {
    var spec = NoiseSpec.of("asymmetric-fashion-mnist@1", 0.4, 1);
    var noisy = LabelNoise.inject(Labels.balanced(60_000, 10), "fashion-mnist", 10, spec);
    assertEquals(0.2, noisy.effectiveRate());
    var expected = new int[10][10];
    for (int label = 0; label < 10; label++) {
      expected[label][label] = 6000;
    }
    int[][] map = {{9, 7}, {7, 5}, {2, 6}, {4, 3}, {3, 4}};
    for (int[] pair : map) {
      expected[pair[0]][pair[0]] = 3600;
      expected[pair[0]][pair[1]] = 2400;
    }
    assertTrue(Arrays.deepEquals(expected, noisy.transitions()));
  }

  @Test
  void randomMatricesAreKeptInEveryCell() {
    var generator = Seeds.generator(2, "test");
    for (int trial = 0; trial < 60; trial++) {
      int classes = 2 + generator.nextInt(99);
      var rows = new double[classes][classes];
      for (double[] row : rows) {
        Arrays.setAll(row, j -> generator.nextInt(3) == 0 ? 0 : generator.nextDouble());
        row[0] += 1e-3;
        double sum = Arrays.stream(row).sum();
        Arrays.setAll(row, j -> row[j] / sum);
      }
      int[] clean = Labels.skewed(1 + generator.nextInt(3000), classes, trial);
      var matrix = TransitionMatrix.of(rows);
      var noisy =
          LabelNoise.inject(
              clean, "any", classes, NoiseSpec.ofMatrix(matrix, NoiseSpec.Count.EXACT, trial));
      int[][] counts = noisy.transitions();
      int[] sizes = Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).toArray();
      double flips = 0;
      for (int from = 0; from < classes; from++) {
        for (int to = 0; to < classes; to++) {
          assertEquals(sizes[from] * rows[from][to], counts[from][to], 1 - 1e-9);
        }
        flips += sizes[from] * (1 - rows[from][from]);
      }
      assertEquals(flips, noisy.flips(), 0.5 + 1e-6);
    }
  }

  @Test
  void whichExamplesFlipIsUniform() {
    int size = 40;
    var flipped = new int[size];
    var toClassOne = new int[size];
    int draws = 4000;
    for (int seed = 0; seed < draws; seed++) {
      var noisy =
          LabelNoise.inject(
              new int[size], "any", 3, NoiseSpec.of("symmetric-exclusive@1", 0.25, seed));
      int[] labels = noisy.labels();
      for (int row = 0; row < size; row++) {
        flipped[row] += labels[row] == 0 ? 0 : 1;
        toClassOne[row] += labels[row] == 1 ? 1 : 0;
      }
    }
    for (int row = 0; row < size; row++) {
      assertEquals(0.25 * draws, flipped[row], 6 * Math.sqrt(draws * 0.25 * 0.75));
      assertEquals(0.125 * draws, toClassOne[row], 6 * Math.sqrt(draws * 0.125 * 0.875));
    }
  }

  @Test
  void rateZeroIsTheIdentity() {
    int[] clean = Labels.skewed(1000, 10, 3);
    for (var noise : Noises.REGISTRY.all().values()) {
      boolean isHere = noise.datasets().isEmpty() || noise.datasets().contains("fashion-mnist");
      if (!(noise instanceof MatrixNoise) || !isHere) {
        continue; // needs images, a file or the classes of another data set
      }
      String kind = noise.name();
      for (var count : noise.counts()) {
        var spec =
            kind.equals("matrix@1")
                ? NoiseSpec.ofMatrix(TransitionMatrix.identity(10), count, 1)
                : NoiseSpec.of(kind, 0, count, 1);
        var noisy = LabelNoise.inject(clean, "fashion-mnist", 10, spec);
        assertArrayEquals(clean, noisy.labels(), kind);
        assertEquals(0, noisy.flips());
      }
    }
  }

  @Test
  void rateOneLeavesNoLabel() {
    int[] clean = Labels.skewed(1000, 10, 3);
    for (var count : NoiseSpec.Count.values()) {
      var spec = NoiseSpec.of("symmetric-exclusive@1", 1, count, 1);
      var noisy = LabelNoise.inject(clean, "any", 10, spec);
      assertTrue(IntStream.range(0, 1000).allMatch(noisy::flipped));
    }
  }

  @Test
  void isAFunctionOfTheSeed() {
    int[] clean = Labels.balanced(1000, 10);
    int[] first = draw(clean, 1);
    assertArrayEquals(first, draw(clean, 1));
    assertFalse(Arrays.equals(first, draw(clean, 2)));
    assertArrayEquals(Labels.balanced(1000, 10), clean);
  }

  private static int[] draw(int[] clean, long seed) {
    return LabelNoise.inject(clean, "any", 10, NoiseSpec.of("pairflip@1", 0.4, seed)).labels();
  }
}
