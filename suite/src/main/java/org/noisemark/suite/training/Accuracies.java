package org.noisemark.suite.training;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.noisemark.reports.records.RunRecord;

/** The three test accuracies of a curve. */
public final class Accuracies {
  private Accuracies() {}

  /**
   * @param curve its last epoch is evaluated
   */
  static RunRecord.Accuracy of(List<RunRecord.Epoch> curve) {
    var evaluated = curve.stream().filter(epoch -> epoch.testAccuracy() != null).toList();
    var selected = earliestBest(evaluated, RunRecord.Epoch::validationAccuracy);
    var best = earliestBest(evaluated, RunRecord.Epoch::testAccuracy);
    return new RunRecord.Accuracy(
        curve.get(curve.size() - 1).testAccuracy(),
        selected.testAccuracy(),
        best.testAccuracy(),
        selected.epoch(),
        best.epoch());
  }

  private static RunRecord.Epoch earliestBest(
      List<RunRecord.Epoch> epochs, Function<RunRecord.Epoch, Double> accuracy) {
    return epochs.stream()
        .max(
            Comparator.comparing(accuracy)
                .thenComparing(RunRecord.Epoch::epoch, Comparator.reverseOrder()))
        .orElseThrow();
  }
}
