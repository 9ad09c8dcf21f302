package org.noisemark.reports.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Epoch;
import org.noisemark.reports.records.RunRecord.Status;

/** The curve of one run record against itself, its accuracies and its cost. */
final class CurveConsistency {
  private final RunRecord record;
  private final List<Finding> findings = new ArrayList<>();

  private CurveConsistency(RunRecord record) {
    this.record = record;
  }

  static List<Finding> check(RunRecord record) {
    var check = new CurveConsistency(record);
    check.ratios();
    check.grows();
    if (record.status() == Status.OK && !record.curve().isEmpty()) {
      check.end();
      check.accuracies();
    }
    return check.findings;
  }

  private void ratios() {
    for (Epoch epoch : record.curve()) {
      Stream.of(
              epoch.validationAccuracy(),
              epoch.testAccuracy(),
              epoch.cleanSubsetAccuracy(),
              epoch.flippedNoisyAccuracy(),
              epoch.flippedTrueAccuracy())
          .filter(accuracy -> accuracy != null && !(accuracy >= 0 && accuracy <= 1))
          .forEach(accuracy -> wrong(at(epoch, ""), accuracy, "0 to 1", "is no accuracy"));
    }
  }

  private void grows() {
    for (int i = 1; i < record.curve().size(); i++) {
      Epoch before = record.curve().get(i - 1);
      Epoch epoch = record.curve().get(i);
      if (epoch.gradientEvaluations() <= before.gradientEvaluations()) {
        wrong(
            at(epoch, ".gradient_evaluations"),
            epoch.gradientEvaluations(),
            "more than " + before.gradientEvaluations(),
            "does not grow from epoch to epoch");
      }
      if (epoch.trainSeconds() < before.trainSeconds()) {
        wrong(
            at(epoch, ".train_seconds"),
            epoch.trainSeconds(),
            "at least " + before.trainSeconds(),
            "falls from one epoch to the next");
      }
    }
  }

  /** The last epoch ends the training. */
  private void end() {
    Epoch last = record.curve().get(record.curve().size() - 1);
    expect(
        "curve",
        record.curve().size(),
        record.cell().training().epochs(),
        "has not as many epochs as were asked for");
    expect(
        "cost.gradient_evaluations",
        record.cost().gradientEvaluations(),
        last.gradientEvaluations(),
        "is not that of the last epoch");
    if (Math.abs(record.cost().trainSeconds() - last.trainSeconds())
        > RecordConsistency.SECONDS_TOLERANCE * record.cost().trainSeconds()) {
      wrong(
          "cost.train_seconds",
          record.cost().trainSeconds(),
          last.trainSeconds(),
          "is not that of the last epoch within 1 %");
    }
  }

  private void accuracies() {
    RunRecord.Accuracy accuracy = record.accuracy();
    Epoch last = record.curve().get(record.curve().size() - 1);
    expect("accuracy.last", accuracy.last(), last.testAccuracy(), "is not the last epoch's");
    best(Epoch::validationAccuracy)
        .ifPresent(
            epoch ->
                epoch(
                    "accuracy.selected",
                    accuracy.selected(),
                    accuracy.selectedEpoch(),
                    epoch,
                    "the first with the best accuracy on the validation split"));
    best(Epoch::testAccuracy)
        .ifPresent(
            epoch ->
                epoch(
                    "accuracy.best",
                    accuracy.best(),
                    accuracy.bestEpoch(),
                    epoch,
                    "the first with the best test accuracy"));
  }

  private void epoch(String field, double accuracy, int number, Epoch right, String which) {
    expect(field + "_epoch", number, right.epoch(), "is not " + which);
    expect(field, accuracy, right.testAccuracy(), "is not the test accuracy of " + which);
  }

  private Optional<Epoch> best(Function<Epoch, Double> accuracy) {
    return record.curve().stream()
        .filter(epoch -> epoch.testAccuracy() != null && accuracy.apply(epoch) != null)
        .max(Comparator.comparing(accuracy).thenComparing(Epoch::epoch, Comparator.reverseOrder()));
  }

  private static String at(Epoch epoch, String field) {
    return String.format(Locale.ROOT, "curve[%d]%s", epoch.epoch() - 1, field);
  }

  private void expect(String field, Object stored, Object expected, String message) {
    if (!Objects.equals(stored, expected)) {
      wrong(field, stored, expected, message);
    }
  }

  private void wrong(String field, Object stored, Object expected, String message) {
    findings.add(Finding.ofRecord(record.runId(), field, stored, expected, message));
  }
}
