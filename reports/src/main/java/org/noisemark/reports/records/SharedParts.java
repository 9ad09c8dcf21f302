package org.noisemark.reports.records;

import java.util.HashMap;
import java.util.Map;

/**
 * Parts that many records of a folder have alike, kept once: drawn labels, environments, settings.
 * Without it a hundred thousand records would hold as many copies of a few.
 */
final class SharedParts {
  private final Map<Object, Object> parts = new HashMap<>();

  RunRecord of(RunRecord record) {
    Cell cell = record.cell();
    var shared =
        new Cell(
            one(cell.suite()),
            one(cell.dataset()),
            one(cell.noise()),
            one(cell.network()),
            one(cell.training()),
            one(cell.optimizer()),
            one(cell.evaluation()),
            one(cell.engine()),
            cell.seed());
    return new RunRecord(
        record.format(),
        record.runId(),
        shared,
        record.status(),
        record.statusDetail(),
        one(record.labels()),
        record.curve(),
        record.accuracy(),
        record.test(),
        record.cost(),
        one(record.initialParametersSha256()),
        record.finalParametersSha256(),
        one(record.environment()),
        one(record.program()),
        one(record.notes()),
        record.startedAt(),
        record.keptParametersSha256(),
        record.resumed(),
        record.external());
  }

  /** The first of all that are equal to it; null for null. */
  @SuppressWarnings("unchecked")
  private <T> T one(T part) {
    return part == null ? null : (T) parts.computeIfAbsent(part, first -> first);
  }
}
