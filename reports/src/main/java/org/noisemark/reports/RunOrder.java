package org.noisemark.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import org.noisemark.reports.RunRecord.Cell;

/** The order of runs in every file: by what was trained, last by run id, so that it is total. */
final class RunOrder {
  /** major.minor.patch by number: 1.10.0 comes after 1.9.0. */
  static final Comparator<String> BY_VERSION =
      comparingInt((String version) -> part(version, 0))
          .thenComparingInt(version -> part(version, 1))
          .thenComparingInt(version -> part(version, 2));

  static final Comparator<RunRecord> BY_KEY =
      comparing(RunRecord::suiteVersion, BY_VERSION)
          .thenComparing(
              RunRecord::cell,
              comparing(Cell::dataset)
                  .thenComparing(NoiseLevel::of)
                  .thenComparing(Cell::network)
                  .thenComparing(Cell::optimizer))
          .thenComparing(RunRecord::suite)
          .thenComparing(
              RunRecord::cell,
              comparing(Cell::engine)
                  .thenComparing(Cell::device)
                  .thenComparing(Cell::precision)
                  .thenComparing(cell -> RunJson.canonical(cell.hyperparameters()))
                  .thenComparingLong(Cell::noiseSeed)
                  .thenComparingLong(Cell::seed))
          .thenComparing(RunRecord::runId);

  private RunOrder() {}

  private static int part(String version, int index) {
    return Integer.parseInt(version.split("\\.")[index]);
  }
}
