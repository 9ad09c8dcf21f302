package org.noisemark.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the file of {@code matrix@1}: K lines of K probabilities, line = true class, column = noisy
 * class, no header.
 */
public final class TransitionMatrixCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

  private TransitionMatrixCsv() {}

  /**
   * @throws IOException in one line that names the file, and the line where one is wrong
   */
  public static TransitionMatrix read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file, expected a CSV file of K lines of K numbers");
    }
    var records = records(file);
    var rows = new double[records.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(file, i + 1, records.get(i), rows.length);
    }
    try {
      return TransitionMatrix.of(rows);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage() + " (rows and columns from 0)", e);
    }
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (var parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new IOException(file + ": expected K lines of K numbers, got no CSV (" + e + ")", e);
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
