package org.noisemark.noise;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.noisemark.datasets.Shown;

/**
 * A file of labels. That of {@code labels@1} is a CSV file: a header with the columns {@code index}
 * and {@code label} (or {@code noisy}, as {@link NoisyLabelsCsv} has it), others left out of
 * account, and one row an example of the training set, in any order.
 *
 * @param file where it is
 * @param sha256 of the file, 64 lower-case hex digits: what counts, wherever it is
 */
public record LabelsFile(Path file, String sha256) {
  private static final String LABEL = "label";
  private static final String NOISY = "noisy";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  /**
   * Returns the file as it is now.
   *
   * @throws IllegalArgumentException in one line, if there is none or it cannot be read
   */
  public static LabelsFile of(Path file) {
    return new LabelsFile(file, DigestUtils.sha256Hex(bytes(file)));
  }

  /**
   * Returns its labels in the order of the examples.
   *
   * @param examples of the training set
   * @throws IllegalArgumentException in one line, if it has changed or is not what is expected
   */
  int[] read(int examples, int classes) {
    String text = new String(unchanged(), StandardCharsets.UTF_8);
    var labels = new int[examples];
    Arrays.fill(labels, -1);
    for (var record : records(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      int index = number(record, "index", examples, "examples");
      int label = number(record, labelColumn(record), classes, "classes");
      if (labels[index] >= 0) {
        throw wrong(record, "index " + index + " is there twice");
      }
      labels[index] = label;
    }
    for (int i = 0; i < examples; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException(
            file + " has no label for index " + i + ", expected one for each of " + examples);
      }
    }
    return labels;
  }

  /**
   * Returns what it holds.
   *
   * @throws IllegalArgumentException in one line, if it cannot be read or has changed
   */
  byte[] unchanged() {
    byte[] bytes = bytes(file);
    String found = DigestUtils.sha256Hex(bytes);
    if (!found.equals(sha256)) {
      throw new IllegalArgumentException(
          file + " has the SHA-256 " + found + ", expected " + sha256 + ": it was changed");
    }
    return bytes;
  }

  private List<CSVRecord> records(String text) {
    try (var parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      var names = parser.getHeaderNames();
      if (!names.contains("index") || !names.contains(LABEL) && !names.contains(NOISY)) {
        throw new IllegalArgumentException(
            file + ", line 1: found the columns " + Shown.of(names) + ", expected index and label");
      }
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(file + ": expected a CSV file (" + Shown.of(e) + ")", e);
    }
  }

  private static String labelColumn(CSVRecord record) {
    return record.isMapped(LABEL) ? LABEL : NOISY;
  }

  private int number(CSVRecord record, String column, int limit, String of) {
    if (!record.isSet(column)) {
      throw wrong(record, "has no " + column);
    }
    String text = record.get(column);
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number < limit) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong(
        record,
        column
            + " is '"
            + Shown.of(text)
            + "', expected 0 to "
            + (limit - 1)
            + ": there are "
            + limit
            + " "
            + of);
  }

  private IllegalArgumentException wrong(CSVRecord record, String message) {
    return new IllegalArgumentException(
        file + ", row " + record.getRecordNumber() + ": " + message);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read, expected a file of labels", e);
    }
  }
}
