package org.noisemark.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the file of {@code matrix@1}: K lines of K probabilities, line = true class, column = noisy
 * class. As spreadsheets save it: after a byte-order mark, with semicolons or tabs between the
 * cells (then a comma may be the decimal sign), with a header line, with blank lines.
 */
public final class TransitionMatrixCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();

  /** Cells, and the number of their line in the file, from 1. */
  private record Line(long number, List<String> cells) {}

  private TransitionMatrixCsv() {}

  /**
   * @throws IOException in one line that names the file, and the line where one is wrong
   */
  public static TransitionMatrix read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file, expected a CSV file of K lines of K numbers");
    }
    var lines = lines(file);
    if (!lines.isEmpty() && isHeader(lines.get(0))) {
      lines = lines.subList(1, lines.size());
    }
    var rows = new double[lines.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(file, lines.get(i), rows.length);
    }
    try {
      return TransitionMatrix.of(rows);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage() + " (rows and columns from 0)", e);
    }
  }

  private static List<Line> lines(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      text = text.startsWith("\uFEFF") ? text.substring(1) : text;
      char between = text.contains(";") ? ';' : text.contains("\t") ? '\t' : ',';
      var format = FORMAT.builder().setDelimiter(between).get();
      try (var parser = CSVParser.parse(text, format)) {
        var lines = new ArrayList<Line>();
        for (CSVRecord record : parser) {
          List<String> cells =
              record.stream().map(cell -> between == ';' ? cell.replace(',', '.') : cell).toList();
          if (!cells.stream().allMatch(String::isBlank)) {
            lines.add(new Line(parser.getCurrentLineNumber(), cells));
          }
        }
        return lines;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IOException(file + ": expected K lines of K numbers, got no CSV (" + e + ")", e);
    }
  }

  /** Names of classes: no cell of them is a number. */
  private static boolean isHeader(Line line) {
    return line.cells().stream().noneMatch(TransitionMatrixCsv::isNumber);
  }

  private static boolean isNumber(String cell) {
    try {
      Double.parseDouble(cell);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static double[] numbers(Path file, Line line, int lines) throws IOException {
    if (line.cells().size() != lines) {
      throw new IOException(
          file
              + ", line "
              + line.number()
              + ": "
              + line.cells().size()
              + " cells, expected "
              + lines
              + ", as many as there are lines");
    }
    var numbers = new double[line.cells().size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(line.cells().get(i));
      } catch (NumberFormatException e) {
        throw new IOException(
            file
                + ", line "
                + line.number()
                + ": cell "
                + (i + 1)
                + " is '"
                + line.cells().get(i)
                + "', expected a number",
            e);
      }
    }
    return numbers;
  }
}
