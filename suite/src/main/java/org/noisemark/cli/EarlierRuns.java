package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.definition.Suite;

/** The records that a directory holds before a run. */
final class EarlierRuns {
  private EarlierRuns() {}

  /**
   * Refuses a directory that holds runs of another suite, whose board would be mixed with this
   * one's. Records that cannot be read are left to the run, which trains their cells again.
   *
   * @throws IllegalArgumentException if it does
   */
  static void requireOf(Suite suite, Path directory) throws IOException {
    var cells = directory.resolve("cells");
    if (!Files.isDirectory(cells)) {
      return;
    }
    try (var files = Files.newDirectoryStream(cells, "*.json")) {
      for (var file : files) {
        var found = suiteOf(file);
        if (!found.isEmpty() && !found.equals(name(suite.name(), suite.version()))) {
          throw new IllegalArgumentException(
              directory
                  + " holds runs of "
                  + found
                  + ", which do not mix with "
                  + name(suite.name(), suite.version())
                  + "; name another --out");
        }
      }
    }
  }

  private static String suiteOf(Path file) {
    try {
      var record = RunRecords.read(file);
      return name(record.cell().suite().name(), record.cell().suite().version());
    } catch (IOException e) {
      return "";
    }
  }

  /** Runs of one name and one major version belong together. */
  private static String name(String suite, String version) {
    return suite + " " + version.split("\\.")[0] + ".x";
  }
}
