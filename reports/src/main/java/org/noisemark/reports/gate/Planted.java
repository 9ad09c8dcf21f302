package org.noisemark.reports.gate;

import java.util.List;
import java.util.stream.IntStream;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Cell;
import org.noisemark.reports.records.RunRecord.NoiseDraw;

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
    return copy(record, record.cell(), record.noise(), accuracy, "planted");
  }

  /** The same run, as if of another training seed. */
  public static RunRecord seed(RunRecord record, long seed) {
    Cell was = record.cell();
    var cell =
        new Cell(
            was.dataset(),
            was.noise(),
            was.noiseRate(),
            was.noiseSeed(),
            was.network(),
            was.optimizer(),
            was.hyperparameters(),
            seed,
            was.engine(),
            was.device(),
            was.precision());
    return copy(record, cell, record.noise(), record.accuracy(), record.finalParametersSha256());
  }

  /** The same run, as if its labels had never been noised. */
  static RunRecord cleanLabels(RunRecord record) {
    NoiseDraw was = record.noise();
    if (was == null) {
      return record;
    }
    var noise = new NoiseDraw(0, was.transitions(), "of clean labels");
    return copy(record, record.cell(), noise, record.accuracy(), record.finalParametersSha256());
  }

  /** A deterministic change that is 0 on average: up for every other record, down for the rest. */
  static List<RunRecord> jittered(List<RunRecord> records, double size) {
    return IntStream.range(0, records.size())
        .mapToObj(i -> accuracy(records.get(i), i % 2 == 0 ? size : -size))
        .toList();
  }

  private static double ratio(double value) {
    return Math.max(0, Math.min(1, value));
  }

  private static RunRecord copy(
      RunRecord record, Cell cell, NoiseDraw noise, Accuracy accuracy, String finalParameters) {
    return new RunRecord(
        record.format(),
        record.runId(),
        record.suite(),
        record.suiteVersion(),
        cell,
        record.status(),
        record.statusDetail(),
        noise,
        record.curve(),
        accuracy,
        record.cost(),
        record.initialParametersSha256(),
        finalParameters,
        record.environment(),
        record.startedAt());
  }
}
