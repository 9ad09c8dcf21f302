package org.noisemark.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
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
  private record Line(long number, List<String> cells) {
    Line withoutFirst() {
      return new Line(number, cells.subList(1, cells.size()));
    }
  }

  private TransitionMatrixCsv() {}

  /**
   * @throws IOException in one line that names the file, and the line where one is wrong
   */
  public static TransitionMatrix read(Path file) throws IOException {
    return matrix(file, rows(file, bodyOf(lines(file))));
  }

  /**
   * Reads a confusion matrix, of counts or of any other weights: line = true class, column = label
   * given. Each line is divided by its sum. Names of the classes may stand in front of the lines.
   *
   * @throws IOException in one line that names the file, and the line where one is wrong
   */
  public static TransitionMatrix readConfusion(Path file) throws IOException {
    var lines = bodyOf(lines(file));
    boolean named =
        !lines.isEmpty()
            && lines.stream().allMatch(line -> line.cells().size() == lines.size() + 1)
            && lines.stream().noneMatch(line -> isNumber(line.cells().get(0)));
    var unnamed = named ? lines.stream().map(Line::withoutFirst).toList() : lines;
    double[][] counts = rows(file, unnamed);
    for (int i = 0; i < counts.length; i++) {
      double sum = Arrays.stream(counts[i]).sum();
      if (!(sum > 0 && Double.isFinite(sum)) || Arrays.stream(counts[i]).anyMatch(c -> c < 0)) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s, line %d: expected counts of at least 0, and one above 0",
                file,
                unnamed.get(i).number()));
      }
      Arrays.setAll(counts[i], divided(counts[i].clone(), sum));
    }
    return matrix(file, counts);
  }

  private static IntToDoubleFunction divided(double[] counts, double sum) {
    return j -> counts[j] / sum;
  }

  private static List<Line> bodyOf(List<Line> lines) {
    return !lines.isEmpty() && isHeader(lines.get(0)) ? lines.subList(1, lines.size()) : lines;
  }

  private static double[][] rows(Path file, List<Line> lines) throws IOException {
    var rows = new double[lines.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(file, lines.get(i), rows.length);
    }
    return rows;
  }

  private static TransitionMatrix matrix(Path file, double[][] rows) throws IOException {
    try {
      return TransitionMatrix.of(rows);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage() + " (rows and columns from 0)", e);
    }
  }

  private static List<Line> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file, expected a CSV file of K lines of K numbers");
    }
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
