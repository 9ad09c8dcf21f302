package org.noisemark.reports.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a written table back, binding columns by name as other programs do. */
public record CsvFile(List<String> header, List<CSVRecord> rows) {
  public static CsvFile read(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      return new CsvFile(parser.getHeaderNames(), parser.getRecords());
    }
  }

  public CSVRecord only(String column, String value) {
    List<CSVRecord> found = rows.stream().filter(row -> row.get(column).equals(value)).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          String.format(Locale.ROOT, "%d rows with %s %s", found.size(), column, value));
    }
    return found.get(0);
  }
}
