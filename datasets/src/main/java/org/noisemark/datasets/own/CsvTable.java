package org.noisemark.datasets.own;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;
import org.noisemark.datasets.Shown;

/**
 * Reads a CSV file with a header, in UTF-8: numbers with a decimal point in every column but that
 * of the label and those to ignore.
 */
final class CsvTable {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final String where;
  private final String label;
  private final List<String> ignored;
  private final CSVFormat format;

  /**
   * @param where the file, for messages
   * @param label name of the column of labels
   * @param ignored names of columns to leave out; an empty one is none
   */
  CsvTable(String where, String label, List<String> ignored, char separator) {
    this.where = where;
    this.label = label;
    this.ignored = ignored.stream().filter(name -> !name.isEmpty()).toList();
    this.format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(separator != '\t')
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
  }

  /**
   * @throws IOException in one line with row and column, if it is no such file
   */
  Examples.Rows read(InputStream in) throws IOException {
    try (var bytes = BOMInputStream.builder().setInputStream(in).get();
        var text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        var parser = CSVParser.parse(text, format)) {
      return rows(parser);
    } catch (CharacterCodingException e) {
      throw new IOException(where + ": is not text in UTF-8", e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      String message = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      if (e.getCause() instanceof CharacterCodingException) {
        message = "not text in UTF-8";
      }
      throw new IOException(
          where + ": expected a CSV file with a header (" + Shown.of(message) + ")", e);
    }
  }

  private Examples.Rows rows(CSVParser parser) throws IOException {
    var names = parser.getHeaderNames();
    var columns = new ArrayList<>(names);
    columns.removeAll(ignored);
    for (var needed : ignored) {
      requireColumn(names, needed);
    }
    requireColumn(columns, label);
    columns.remove(label);
    if (columns.isEmpty()) {
      throw new IOException(
          where
              + ": found the columns "
              + Shown.of(names)
              + ", expected a numeric one beside the label");
    }
    var labels = new ArrayList<String>();
    var values = new double[1024];
    int count = 0;
    for (var record : parser) {
      if (record.size() != names.size()) {
        throw wrong(record, "found " + record.size() + " values, expected " + names.size());
      }
      labels.add(label(record));
      for (var column : columns) {
        if (count == values.length) {
          values = Arrays.copyOf(values, Math.addExact(count, count / 2));
        }
        values[count++] = number(record, column);
      }
    }
    if (labels.isEmpty()) {
      throw new IOException(where + ": found no rows below the header, expected at least one");
    }
    return new Examples.Rows(where, labels, List.copyOf(columns), Arrays.copyOf(values, count));
  }

  private void requireColumn(List<String> names, String needed) throws IOException {
    if (!names.contains(needed)) {
      throw new IOException(
          where
              + ", line 1: found the columns "
              + Shown.of(names)
              + ", expected one named '"
              + needed
              + "'");
    }
  }

  private String label(CSVRecord record) throws IOException {
    String text = record.get(label).strip();
    if (text.isEmpty()) {
      throw wrong(record, "has no label in the column '" + label + "'");
    }
    return text;
  }

  private double number(CSVRecord record, String column) throws IOException {
    String text = record.get(column).strip();
    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw wrong(
          record,
          "the column '"
              + Shown.of(column)
              + "' holds '"
              + Shown.of(text)
              + "', expected a finite number; leave a column out with 'ignore: "
              + Shown.of(column)
              + "'");
    }
    return number;
  }

  private IOException wrong(CSVRecord record, String message) {
    return new IOException(where + ", row " + record.getRecordNumber() + ": " + message);
  }
}
