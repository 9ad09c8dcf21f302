package org.noisemark.reports.gate.calibration;

import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Labels;

/** Records with one thing changed on purpose, to see whether a gate finds it. */
public final class Planted {
  private Planted() {}

  /** The same run, more or less accurate; accuracies stay within 0–1. */
  public static RunRecord accuracy(RunRecord record, double change) {
    Accuracy was = record.accuracy();
    if (was == null) {
      return record;
    }
    var accuracy =
        new Accuracy(
            ratio(was.last() + change),
            ratio(was.selected() + change),
            ratio(was.best() + change),
            was.selectedEpoch(),
            was.bestEpoch());
    return copy(record, record.cell(), record.labels(), accuracy, "planted");
  }

  /** The same run, as if of another training seed. */
  public static RunRecord seed(RunRecord record, long seed) {
    return copy(
        record,
        record.cell().withSeed(seed),
        record.labels(),
        record.accuracy(),
        record.finalParametersSha256());
  }

  /** The same run, as if its labels had never been noised. */
  public static RunRecord cleanLabels(RunRecord record) {
    Labels was = record.labels();
    if (was == null) {
      return record;
    }
    var labels = new Labels(0, was.transitions(), "of clean labels");
    return copy(record, record.cell(), labels, record.accuracy(), record.finalParametersSha256());
  }

  /** A deterministic change that is 0 on average: up for every other record, down for the rest. */
  public static List<RunRecord> jittered(List<RunRecord> records, double size) {
    return IntStream.range(0, records.size())
        .mapToObj(i -> accuracy(records.get(i), i % 2 == 0 ? size : -size))
        .toList();
  }

  private static double ratio(double value) {
    return Math.max(0, Math.min(1, value));
  }

  private static RunRecord copy(
      RunRecord record, Cell cell, Labels labels, Accuracy accuracy, String finalParameters) {
    return new RunRecord(
        record.format(),
        record.runId(),
        cell,
        record.status(),
        record.statusDetail(),
        labels,
        record.curve(),
        accuracy,
        record.test(),
        record.cost(),
        record.initialParametersSha256(),
        finalParameters,
        record.environment(),
        record.program(),
        record.notes(),
        record.startedAt(),
        record.keptParametersSha256(),
        record.resumed(),
        record.external());
  }
}
