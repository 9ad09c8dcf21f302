package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenLabelsTest {
  @TempDir private Path folder;

  private LabelsFile file(String text) throws IOException {
    return LabelsFile.of(Files.writeString(folder.resolve("labels.csv"), text));
  }

  private static NoisyLabels inject(LabelsFile file) {
    return LabelNoise.inject(new int[] {0, 1, 2, 1}, "any", 3, NoiseSpec.ofLabels(file));
  }

  @Test
  void takesTheLabelsByTheirIndexInAnyOrder() throws IOException {
    var noisy =
        inject(file("\uFEFFlabel,index,worker\r\n2,3,ann\r\n0,0,\r\n1,1,bob\r\n0,2,\r\n\r\n"));
    assertArrayEquals(new int[] {0, 1, 0, 2}, noisy.labels());
    assertEquals(0.5, noisy.effectiveRate());
    assertTrue(noisy.matrix().isEmpty());
  }

  @Test
  void whatAnExportOfNoisyLabelsHoldsIsReadBack() throws IOException {
    var drawn =
        LabelNoise.inject(new int[] {0, 1, 2, 1}, "any", 3, NoiseSpec.of("pairflip@1", 0.4, 3));
    var csv = new StringBuilder();
    NoisyLabelsCsv.print(drawn, csv);
    var noisy = inject(file(csv.toString()));
    assertArrayEquals(drawn.labels(), noisy.labels());
  }

  @Test
  void aFileThatWasChangedIsRefused() throws IOException {
    var before = file("index,label\n0,0\n1,1\n2,2\n3,1\n");
    file("index,label\n0,0\n1,1\n2,2\n3,0\n");
    var error = assertThrows(IllegalArgumentException.class, () -> inject(before));
    assertTrue(error.getMessage().endsWith(": it was changed"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index,class/0,0 | line 1: found the columns [index, class], expected index and label",
        "index,label/0,0/0,1 | row 2: index 0 is there twice",
        "index,label/0,3 | row 1: label is '3', expected 0 to 2: there are 3 classes",
        "index,label/4,0 | row 1: index is '4', expected 0 to 3: there are 4 examples",
        "index,label/0,cat | row 1: label is 'cat', expected 0 to 2: there are 3 classes",
        "index,label/0,0 | has no label for index 1, expected one for each of 4"
      })
  void saysWhatIsWrongAndWhere(String text, String message) throws IOException {
    var given = file(text.replace('/', '\n') + "\n");
    var error = assertThrows(IllegalArgumentException.class, () -> inject(given));
    assertTrue(error.getMessage().endsWith(message), error.getMessage());
  }
}
