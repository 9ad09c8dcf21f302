package org.noisemark.cli;

import org.noisemark.reports.records.RunFolder;
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
  static void requireOf(Suite suite, RunFolder folder) {
    String asked = name(suite.name(), suite.version());
    for (var record : folder.readable()) {
      String found = name(record.cell().suite().name(), record.cell().suite().version());
      if (!found.equals(asked)) {
        throw new IllegalArgumentException(
            folder.directory()
                + " holds runs of "
                + found
                + ", which do not mix with "
                + asked
                + "; name another --out");
      }
    }
  }

  /** Runs of one name and one major version belong together. */
  private static String name(String suite, String version) {
    return suite + " " + version.split("\\.")[0] + ".x";
  }
}
