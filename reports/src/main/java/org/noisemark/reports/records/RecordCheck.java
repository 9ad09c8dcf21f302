package org.noisemark.reports.records;

import java.util.List;
import org.noisemark.reports.records.RunRecord.Status;

/** What must hold between the fields of one run record, whoever wrote it. */
final class RecordCheck {
  private RecordCheck() {}

  /**
   * @throws IllegalArgumentException with one line that says which field is wrong
   */
  static void check(RunRecord record) {
    require(
        record.format() == RunRecord.FORMAT,
        "format version %d, but this program writes version %d"
            .formatted(record.format(), RunRecord.FORMAT));
    require(
        record.runId().matches("[0-9a-f]{16}"),
        "run_id \"%s\" is not 16 hex digits".formatted(record.runId()));
    require(
        record.suiteVersion().matches("\\d+\\.\\d+\\.\\d+"),
        "suite_version \"%s\" is not major.minor.patch".formatted(record.suiteVersion()));
    double rate = record.cell().noiseRate();
    require(rate >= 0 && rate <= 1, "cell.noise_rate %s is outside 0 to 1".formatted(rate));
    boolean ok = record.status() == Status.OK;
    require(
        ok == (record.accuracy() != null),
        "accuracy must be there if the status is ok, and null otherwise");
    require(!ok || record.noise() != null, "noise may not be null if the status is ok");
    if (record.noise() != null) {
      List<List<Integer>> transitions = record.noise().transitions();
      require(
          !transitions.isEmpty()
              && transitions.stream().allMatch(row -> row.size() == transitions.size()),
          "noise.transitions is not a square matrix");
    }
    for (int row = 0; row < record.curve().size(); row++) {
      require(
          record.curve().get(row).epoch() == row + 1,
          "curve[%d].epoch is %d, expected %d"
              .formatted(row, record.curve().get(row).epoch(), row + 1));
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
