package org.noisemark.reports.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A CSV file, read.
 *
 * @param rows each by column
 */
public record Csv(List<String> header, List<Map<String, String>> rows) {

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
      var rows = new ArrayList<Map<String, String>>();
      for (List<String> line : lines.subList(1, lines.size())) {
        if (line.size() != header.size()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "has %d cells in row %d, expected %d",
                  line.size(),
                  rows.size() + 1,
                  header.size()));
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), line.get(i));
        }
        rows.add(row);
      }
      return new Csv(header, rows);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("is no CSV file: " + e.getMessage(), e);
    }
  }

  /**
   * The rows in their order, each by the cells of the key's columns; of two with one key the first.
   *
   * @throws IllegalArgumentException if a column of the key is not there
   */
  public Map<List<String>, Map<String, String>> byKey(List<String> key) {
    if (!header.containsAll(key)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "has the columns %s, expected %s", header, key));
    }
    var byKey = new LinkedHashMap<List<String>, Map<String, String>>();
    rows.forEach(row -> byKey.putIfAbsent(key.stream().map(row::get).toList(), row));
    return byKey;
  }
}
