package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * {@value #FILE}: the SHA-256 of each record's file, so that an edited one is told from what the
 * reports were made of. In the form of {@code sha256sum}, whose {@code -c} checks it.
 */
public final class CellDigests {
  public static final String FILE = "cells.sha256";

  private CellDigests() {}

  /** Returns the SHA-256 of a file in hex. */
  public static String of(Path file) throws IOException {
    return DigestUtils.sha256Hex(Files.readAllBytes(file));
  }

  /**
   * Returns the lines, sorted, of the records as they stand in the directory; one that does not is
   * listed as it would be written.
   */
  public static byte[] lines(Collection<RunRecord> records, Path directory) throws IOException {
    var lines = new TreeMap<String, String>();
    for (RunRecord record : records) {
      Path file = RunRecords.file(directory, record.runId());
      lines.put(
          record.runId(),
          Files.exists(file) ? of(file) : DigestUtils.sha256Hex(Json.pretty(record)));
    }
    return lines.entrySet().stream()
        .map(
            line ->
                String.format(Locale.ROOT, "%s  cells/%s.json\n", line.getValue(), line.getKey()))
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
