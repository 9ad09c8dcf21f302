package org.noisemark.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the file of {@code matrix@1}: K lines of K probabilities, line = true class, column = noisy
 * class, no header.
 */
public final class TransitionMatrixCsv {
  private TransitionMatrixCsv() {}

  /**
   * @throws IOException in one line that names the file, and the line where one is wrong
   */
  public static TransitionMatrix read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file, expected a CSV file of K lines of K numbers");
    }
    try (var parser =
        CSVParser.parse(
            file,
            java.nio.charset.StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get())) {
      var records = parser.getRecords();
      var rows = new double[records.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = numbers(file, i + 1, records.get(i), rows.length);
      }
      return TransitionMatrix.of(rows);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage() + " (rows and columns from 0)", e);
    } catch (MalformedInputException | UncheckedIOException e) {
      throw new IOException(file + ": not a text file, expected K lines of K numbers", e);
    }
  }

  private static double[] numbers(Path file, int line, CSVRecord record, int lines)
      throws IOException {
    if (record.size() != lines) {
      throw new IOException(
          file
              + ", line "
              + line
              + ": "
              + record.size()
              + " cells, expected "
              + lines
              + ", as many as there are lines");
    }
    var numbers = new double[record.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(record.get(i));
      } catch (NumberFormatException e) {
        throw new IOException(
            file
                + ", line "
                + line
                + ": cell "
                + (i + 1)
                + " is '"
                + record.get(i)
                + "', expected a number",
            e);
      }
    }
    return numbers;
  }
}
