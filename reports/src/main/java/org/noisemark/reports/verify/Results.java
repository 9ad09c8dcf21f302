package org.noisemark.reports.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;

/**
 * A directory of results as it was found.
 *
 * @param records those that can be read, sorted by file name
 * @param unreadable one finding for each file that cannot
 */
public record Results(Path directory, List<RunRecord> records, List<Finding> unreadable) {
  /**
   * Reads the records of a directory, passing over those that cannot be read.
   *
   * @throws IOException if it holds no folder of records, or none in it
   */
  public static Results read(Path directory) throws IOException {
    var records = new ArrayList<RunRecord>();
    var unreadable = new ArrayList<Finding>();
    for (Path file : RunRecords.files(directory)) {
      try {
        records.add(RunRecords.read(file));
      } catch (IOException e) {
        String message = e.getMessage().replace(file + ": ", "");
        unreadable.add(Finding.error("cells/" + file.getFileName(), message));
      }
    }
    return new Results(directory, List.copyOf(records), List.copyOf(unreadable));
  }
}
