package org.noisemark.reports.verify;

import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RunRecord;

/** What a record says was trained, as one text. */
final class CellName {
  private CellName() {}

  /** Returns the name that the record's cell hashes to: the same for one cell trained twice. */
  static String of(RunRecord record) {
    return record.cell().runId();
  }

  /** Whether the record bears that name. */
  static boolean isNamed(RunRecord record) {
    return record.runId().equals(of(record));
  }

  /** For people: "fashion-mnist, symmetric-exclusive@1 0.4, cnn, sam". */
  static String label(RunRecord record) {
    Cell cell = record.cell();
    return String.join(
        ", ",
        cell.dataset().label(),
        NoiseLevel.of(cell).key(),
        cell.network().label(),
        cell.method());
  }
}
