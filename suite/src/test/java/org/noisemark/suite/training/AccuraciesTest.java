package org.noisemark.suite.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.noisemark.reports.records.RunRecord;

class AccuraciesTest {
  @Test
  void areOfTheLastTheSelectedAndTheBestEpoch() {
    var accuracy =
        Accuracies.of(
            List.of(
                epoch(1, 0.5, 0.6),
                epoch(2, 0.7, 0.8),
                epoch(3, null, null),
                epoch(4, 0.7, 0.9),
                epoch(5, 0.6, 0.9),
                epoch(6, 0.1, 0.2)));

    assertEquals(new RunRecord.Accuracy(0.2, 0.8, 0.9, 2, 4), accuracy);
  }

  private static RunRecord.Epoch epoch(int epoch, Double validation, Double test) {
    return new RunRecord.Epoch(epoch, 0.1, 1, validation, test, null, null, null, 0, 0, null);
  }
}
