package org.noisemark.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionMatrixTest {
  @TempDir private Path folder;

  @Test
  void readsAFile() throws IOException {
    var file = write("0.9,0.1,0\n 0.25, 0.5, 0.25\r\n0,0,1e0\n");
    double[][] rows = {{0.9, 0.1, 0}, {0.25, 0.5, 0.25}, {0, 0, 1}};
    assertEquals(TransitionMatrix.of(rows), TransitionMatrixCsv.read(file));
    assertNotEquals(TransitionMatrix.identity(3), TransitionMatrixCsv.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF0.9,0.1\n0.25,0.75\n",
        "0.9;0.1\r\n0.25;0.75\r\n;\r\n",
        "0,9;0,1\n0,25;0,75",
        "0.9\t0.1\n\n0.25\t0.75\n\n",
        "\uFEFFcat,dog\n0.9,0.1\n0.25,0.75\n,\n"
      })
  void readsWhatSpreadsheetsSave(String content) throws IOException {
    double[][] rows = {{0.9, 0.1}, {0.25, 0.75}};
    assertEquals(TransitionMatrix.of(rows), TransitionMatrixCsv.read(write(content)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9,0.1;0.2,0.7|row 1 sums to 0.8999999999999999, expected 1 within 1.0E-9",
        "0.9,0.1;-0.1,1.1|row 1, column 0 is -0.1, expected a probability 0 to 1",
        "0.9,0.1;NaN,0.5|row 1, column 0 is NaN, expected a probability 0 to 1",
        "0.9,0.1;0.5|line 2: 1 cells, expected 2, as many as there are lines",
        "0.9,0.1|line 1: 2 cells, expected 1, as many as there are lines",
        "0.9,0.1;0.2,high|line 2: cell 2 is 'high', expected a number",
        "a,b;0.2,0.8|line 2: 2 cells, expected 1, as many as there are lines",
        "a,b;0.2,0.8;c,0.9|line 3: cell 1 is 'c', expected a number",
        "1|a transition matrix needs at least 2 classes, got 1",
        "0.9,\"0.1;0.2,0.8|expected K lines of K numbers, got no CSV"
      })
  void refusesAFileInOneLine(String content, String expected) throws IOException {
    var file = write(content.replace(';', '\n') + "\n");
    String message = failure(file);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void refusesNoFileAndAnEmptyOneAndAPicture() throws IOException {
    assertTrue(failure(folder.resolve("none.csv")).contains("no such file"));
    assertTrue(failure(write("")).contains("needs at least 2 classes, got 0"));
    var picture = Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 80, 78, 71});
    failure(picture);
  }

  @Test
  void doesNotShareItsRows() {
    double[][] rows = {{0.9, 0.1}, {0.3, 0.7}};
    var matrix = TransitionMatrix.of(rows);
    rows[0][0] = 0;
    assertEquals(0.9, matrix.probability(0, 0));
    assertEquals(0.3, matrix.flipProbability(1));
    assertEquals(0.2, matrix.meanFlipProbability(), 1e-15);
  }

  private Path write(String content) throws IOException {
    return Files.write(folder.resolve("t.csv"), content.getBytes(StandardCharsets.UTF_8));
  }

  private static String failure(Path file) {
    String message =
        assertThrows(IOException.class, () -> TransitionMatrixCsv.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }
}
