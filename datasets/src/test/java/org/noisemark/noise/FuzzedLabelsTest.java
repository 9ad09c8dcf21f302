package org.noisemark.noise;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.datasets.Mutations;

/** Damaged files of labels and of transition matrices. */
@Tag("slow")
class FuzzedLabelsTest {
  private static final long MEGABYTE = 1 << 20;
  private static final String MATRIX = "0.9,0.1\n0.25,0.75\n";

  @TempDir Path folder;

  @Test
  void labels() {
    var file = folder.resolve("labels.csv");
    Mutations.survives(
        MEGABYTE,
        bytes -> LabelsFile.of(Files.write(file, bytes)).read(3, 3),
        "index,label\n0,1\n2,2\n1,0\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void matrices() {
    var file = folder.resolve("matrix.csv");
    Mutations.survives(
        MEGABYTE,
        bytes -> TransitionMatrixCsv.read(Files.write(file, bytes)),
        MATRIX.getBytes(StandardCharsets.UTF_8));
  }
}
