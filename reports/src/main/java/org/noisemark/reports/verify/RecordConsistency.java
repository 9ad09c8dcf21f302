package org.noisemark.reports.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;

/** What must hold within one run record, whatever was trained. */
final class RecordConsistency {
  /** The parts of the time add up to the total within this share of it. */
  static final double SECONDS_TOLERANCE = 0.01;

  private final RunRecord record;
  private final List<Finding> findings = new ArrayList<>();

  private RecordConsistency(RunRecord record) {
    this.record = record;
  }

  static List<Finding> check(RunRecord record) {
    var check = new RecordConsistency(record);
    check.name();
    check.noise();
    check.seconds();
    check.counts();
    check.hashes();
    check.findings.addAll(CurveConsistency.check(record));
    return check.findings;
  }

  private void name() {
    String hash = record.cell().runId();
    expect(
        "run_id",
        record.runId(),
        hash,
        "is not the hash of the record's own configuration: a setting, the seed or the suite was"
            + " changed");
  }

  private void noise() {
    if (record.labels() == null) {
      return;
    }
    List<List<Integer>> transitions = record.labels().transitions();
    long labels = 0;
    long kept = 0;
    for (int from = 0; from < transitions.size(); from++) {
      for (int to = 0; to < transitions.size(); to++) {
        labels += transitions.get(from).get(to);
        kept += from == to ? transitions.get(from).get(to) : 0;
      }
    }
    double rate = labels == 0 ? 0 : (double) (labels - kept) / labels;
    near(
        "labels.effective_rate",
        record.labels().effectiveRate(),
        rate,
        1e-12,
        "is not the share of flipped labels in labels.transitions");
    if (record.cell().noise().kind().equals("clean")) {
      expect("labels.transitions", labels - kept, 0L, "has flipped labels under the noise clean");
    }
    if (record.status() == Status.OK && record.cost().samples() > labels * epochs()) {
      wrong(
          "cost.samples",
          record.cost().samples(),
          "at most " + labels * epochs(),
          "is more than the labels of labels.transitions times the epochs");
    }
  }

  private void seconds() {
    RunRecord.Cost cost = record.cost();
    double sum =
        cost.trainSeconds() + cost.evalSeconds() + cost.dataSeconds() + cost.otherSeconds();
    near(
        "cost.total_seconds",
        cost.totalSeconds(),
        sum,
        SECONDS_TOLERANCE * cost.totalSeconds(),
        "is not the sum of the train, eval, data and other seconds within 1 %");
    boolean negative =
        Stream.of(cost.trainSeconds(), cost.evalSeconds(), cost.dataSeconds(), cost.otherSeconds())
            .anyMatch(seconds -> !(seconds >= 0));
    if (negative) {
      wrong("cost", "a negative time", "times of at least 0", "has a time that cannot be");
    }
    if (cost.stepMedianSeconds() != null && cost.stepMedianSeconds() > cost.stepP95Seconds()) {
      wrong(
          "cost.step_median_seconds",
          cost.stepMedianSeconds(),
          "at most " + cost.stepP95Seconds(),
          "is more than the 95th percentile");
    }
  }

  private void counts() {
    RunRecord.Cost cost = record.cost();
    if (cost.forwardPasses() < cost.gradientEvaluations()) {
      wrong(
          "cost.forward_passes",
          cost.forwardPasses(),
          "at least " + cost.gradientEvaluations(),
          "is less than the gradient evaluations, each of which has one");
    }
    if (cost.peakHostMemoryBytes() != null
        && cost.peakOffHeapMemoryBytes() != null
        && cost.peakOffHeapMemoryBytes() > cost.peakHostMemoryBytes()) {
      wrong(
          "cost.peak_off_heap_memory_bytes",
          cost.peakOffHeapMemoryBytes(),
          "at most " + cost.peakHostMemoryBytes(),
          "is more than the whole process held");
    }
  }

  private void hashes() {
    hash("labels.sha256", record.labels() == null ? null : record.labels().sha256());
    hash("initial_parameters_sha256", record.initialParametersSha256());
    hash("final_parameters_sha256", record.finalParametersSha256());
    if (record.external() != null) {
      hash("external.logits_sha256", record.external().logitsSha256());
    }
    if (record.status() == Status.OK) {
      expect(
          "final_parameters_sha256",
          (record.finalParametersSha256() != null || record.external() != null)
              && record.initialParametersSha256() != null,
          true,
          "is missing, or the initial one is, though the status is ok");
    } else if (record.statusDetail().isBlank()) {
      wrong("status_detail", "", "one line", "is empty, though the status is not ok");
    }
  }

  private void hash(String field, String hash) {
    if (hash != null && !hash.matches("[0-9a-f]{64}")) {
      wrong(field, hash, "64 hex digits", "is no SHA-256");
    }
  }

  private long epochs() {
    return record.curve().size();
  }

  private void expect(String field, Object stored, Object expected, String message) {
    if (!Objects.equals(stored, expected)) {
      wrong(field, stored, expected, message);
    }
  }

  private void near(
      String field, double stored, double expected, double tolerance, String message) {
    if (!(Math.abs(stored - expected) <= tolerance)) {
      wrong(field, stored, expected, message);
    }
  }

  private void wrong(String field, Object stored, Object expected, String message) {
    findings.add(Finding.ofRecord(record.runId(), field, stored, expected, message));
  }
}
