package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoisyLabelsTest {
  private static final NoiseSpec SPEC = NoiseSpec.of("pairflip@1", 0.25, 3);
  private static final NoisyLabels NOISY =
      new NoisyLabels(
          SPEC,
          Noises.matrix(SPEC, "any", 3),
          3,
          new int[] {0, 1, 1, 1, 0},
          new int[] {0, 2, 1, 1, 1});

  @TempDir private Path folder;

  @Test
  void countsWhatChanged() {
    assertEquals(2, NOISY.flips());
    assertEquals(0.4, NOISY.effectiveRate());
    assertArrayEquals(new double[] {0.5, 1.0 / 3, 0}, NOISY.effectiveRatePerClass());
    assertArrayEquals(new int[] {0, 2, 1}, NOISY.transitions()[1]);
    assertTrue(NOISY.flipped(1));
    assertEquals(DigestUtils.sha256Hex(new byte[] {0, 2, 1, 1, 1}), NOISY.sha256());
  }

  @Test
  void givesOutCopies() {
    NOISY.labels()[0] = 2;
    NOISY.cleanLabels()[0] = 2;
    NOISY.transitions()[0][0] = 7;
    assertEquals(0, NOISY.labels()[0]);
    assertEquals(0, NOISY.cleanLabels()[0]);
    assertEquals(1, NOISY.transitions()[0][0]);
  }

  @Test
  void isWrittenAsCsv() throws IOException {
    var file = folder.resolve("new").resolve("labels.csv");
    NoisyLabelsCsv.write(NOISY, file);
    assertEquals("index,clean,noisy\n0,0,0\n1,1,2\n2,1,1\n3,1,1\n4,0,1\n", Files.readString(file));
    NoisyLabelsCsv.write(NOISY, file);
    try (var left = Files.list(file.getParent())) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void saysWhereItCannotBeWritten() throws IOException {
    Files.createFile(folder.resolve("file"));
    var target = folder.resolve("file").resolve("labels.csv");
    var error = assertThrows(IOException.class, () -> NoisyLabelsCsv.write(NOISY, target));
    assertTrue(error.getMessage().startsWith(target + ": cannot be written"));
    assertEquals(1, error.getMessage().lines().count());
  }

  @Test
  void isReportedForPeople() {
    assertEquals(
        String.format(
            Locale.ROOT,
            """
        noise       pairflip@1, rate 0.25, exact, seed 3
        effective   0.400000 (2 of 5 labels)
        sha256      %s (noisy labels, one byte each)
        class  expected  effective     ->0    ->1    ->2
        a      0.250000   0.500000       1      1      0
        bag%%   0.250000   0.333333       0      2      1
        c      0.250000   0.000000       0      0      0
        """,
            NOISY.sha256()),
        NoiseReport.text(NOISY, List.of("a", "bag%", "c")));
  }
}
