package org.noisemark.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.plan.Plan;

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

  /**
   * Returns in a line that the directory holds runs that the plan does not name, of other epochs or
   * noises, say: they stay, and stand on the boards; empty if it holds none.
   */
  static Optional<String> beside(Plan plan, RunFolder folder) {
    var planned = plan.cells().stream().map(Cell::runId).collect(Collectors.toSet());
    long others =
        folder.readable().stream().filter(record -> !planned.contains(record.runId())).count();
    return others == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s holds %d runs of other settings, which are kept and stand in the reports",
                folder.directory(),
                others));
  }

  /** Runs of one name and one major version belong together. */
  private static String name(String suite, String version) {
    return suite + " " + version.split("\\.")[0] + ".x";
  }
}
