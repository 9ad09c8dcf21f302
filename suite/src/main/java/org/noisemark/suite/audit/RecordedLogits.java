package org.noisemark.suite.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.verify.Finding;
import org.noisemark.suite.training.ExternalLogits;
import org.noisemark.suite.training.PreparedData;

/** The last accuracies and losses of a program of the user's, held to its logits. */
final class RecordedLogits {
  /** Exponentials and logarithms may differ by an ulp between virtual machines. */
  private static final double TOLERANCE = 1e-9;

  private final RunRecord record;
  private final List<Finding> findings = new ArrayList<>();

  private RecordedLogits(RunRecord record) {
    this.record = record;
  }

  /** Returns nothing for what an engine trained, and for a file that is missing or was changed. */
  static List<Finding> check(RunRecord record, Path directory, PreparedData data) {
    var check = new RecordedLogits(record);
    if (record.external() != null) {
      try {
        float[] logits = KeptParameters.read(KeptParameters.logits(directory, record.runId()));
        if (KeptParameters.sha256(logits).equals(record.external().logitsSha256())) {
          check.hold(logits, data);
        }
      } catch (IOException e) {
        return List.of(); // found already
      }
    }
    return check.findings;
  }

  private void hold(float[] logits, PreparedData data) {
    var scores = ExternalLogits.scores(data, logits);
    int last = record.curve().size() - 1;
    var epoch = record.curve().get(last);
    String curve = "curve[" + last + "].";
    near(curve + "validation_accuracy", epoch.validationAccuracy(), scores.validation());
    near(curve + "test_accuracy", epoch.testAccuracy(), scores.test());
    near(curve + "clean_subset_accuracy", epoch.cleanSubsetAccuracy(), scores.cleanSubset());
    near(curve + "flipped_noisy_accuracy", epoch.flippedNoisyAccuracy(), scores.flippedNoisy());
    near(curve + "flipped_true_accuracy", epoch.flippedTrueAccuracy(), scores.flippedTrue());
    near(
        "test.negative_log_likelihood",
        record.test().negativeLogLikelihood(),
        scores.more().negativeLogLikelihood());
    near(
        "test.calibration_error",
        record.test().calibrationError(),
        scores.more().calibrationError());
    if (!record.test().accuracyByClass().equals(scores.more().accuracyByClass())) {
      wrong(
          "test.accuracy_by_class",
          record.test().accuracyByClass(),
          scores.more().accuracyByClass());
    }
  }

  private void near(String field, @Nullable Double stored, @Nullable Double found) {
    boolean same =
        stored == null || found == null
            ? Objects.equals(stored, found)
            : Math.abs(stored - found) <= TOLERANCE * Math.max(1, Math.abs(found));
    if (!same) {
      wrong(field, stored, found);
    }
  }

  private void wrong(String field, @Nullable Object stored, @Nullable Object found) {
    findings.add(
        Finding.ofRecord(
            record.runId(), field, stored, found, "is not what the logits beside the record give"));
  }
}
