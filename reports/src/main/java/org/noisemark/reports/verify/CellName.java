package org.noisemark.reports.verify;

import org.noisemark.reports.records.RunId;
import org.noisemark.reports.records.RunRecord;

/** What a record says was trained, as one text. */
final class CellName {
  private CellName() {}

  /** Returns the name that the record's cell hashes to: the same for one cell trained twice. */
  static String of(RunRecord record) {
    return RunId.of(record.suite(), record.suiteVersion(), record.cell());
  }

  /** Whether the record bears that name. */
  static boolean isNamed(RunRecord record) {
    return record.runId().equals(of(record));
  }

  /** For people: "fashion-mnist, symmetric-exclusive@1 0.4, cnn, sam". */
  static String label(RunRecord record) {
    RunRecord.Cell cell = record.cell();
    String noise =
        cell.noise().equals("clean") ? cell.noise() : cell.noise() + " " + cell.noiseRate();
    return String.join(", ", cell.dataset(), noise, cell.network(), cell.optimizer());
  }
}
