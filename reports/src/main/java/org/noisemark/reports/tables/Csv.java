package org.noisemark.reports.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A CSV file, read.
 *
 * @param rows as many cells each as the header has
 */
public record Csv(List<String> header, List<List<String>> rows) {

  /**
   * @throws IllegalArgumentException if it is no CSV file, its header repeats a name, or a row has
   *     another number of cells
   */
  public static Csv read(byte[] bytes) {
    var text = new StringReader(new String(bytes, StandardCharsets.UTF_8));
    try (CSVParser parser = CSVFormat.RFC4180.parse(text)) {
      List<List<String>> lines = parser.stream().map(line -> line.toList()).toList();
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("is empty, expected a header");
      }
      List<String> header = lines.get(0);
      if (header.stream().distinct().count() != header.size()) {
        throw new IllegalArgumentException("repeats a name in its header: " + header);
      }
      for (int line = 1; line < lines.size(); line++) {
        if (lines.get(line).size() != header.size()) {
          throw new IllegalArgumentException(
              "has %d cells in row %d, expected %d"
                  .formatted(lines.get(line).size(), line, header.size()));
        }
      }
      return new Csv(header, lines.subList(1, lines.size()));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("is no CSV file: " + e.getMessage(), e);
    }
  }

  public String cell(List<String> row, String column) {
    return row.get(header.indexOf(column));
  }

  /** The values of the key's columns, joined; all must be there. */
  public String key(List<String> row, List<String> columns) {
    return columns.stream().map(column -> cell(row, column)).collect(Collectors.joining(", "));
  }
}
