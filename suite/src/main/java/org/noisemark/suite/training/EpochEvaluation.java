package org.noisemark.suite.training;

import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.reports.records.RunRecord;

/** Measures one model after an epoch. Test labels are clean, those of validation noisy. */
public final class EpochEvaluation {
  /**
   * Accuracies 0–1; null where not measured.
   *
   * @param cleanSubset on training examples whose label was not flipped
   * @param flippedNoisy on flipped ones, against the wrong label
   * @param flippedTrue on flipped ones, against the true label
   * @param flippedAuroc of the loss, against the noisy label, as a sign of a flipped one
   * @param more of the test set
   */
  public record Scores(
      Double validation,
      Double test,
      Double cleanSubset,
      Double flippedNoisy,
      Double flippedTrue,
      Double flippedAuroc,
      RunRecord.Test more) {
    static final Scores NONE = new Scores(null, null, null, null, null, null, null);
  }

  private final PreparedData data;
  private final LogitSource logits;
  private final int[] testRows;
  private final int[] testLabels;
  private final int[] noisy;
  private final int[] clean;

  /**
   * @param train the official training images on the model's device
   */
  EpochEvaluation(PreparedData data, Model model, Examples train) {
    this(
        data,
        source(
            model, train, model.load(data.dataset().testImages(), data.dataset().normalization())));
  }

  /**
   * @param logits of the network as it is when it is asked
   */
  EpochEvaluation(PreparedData data, LogitSource logits) {
    this.data = data;
    this.logits = logits;
    this.testLabels = data.dataset().testLabels();
    this.testRows = IntStream.range(0, testLabels.length).toArray();
    this.noisy = data.labels().labels();
    this.clean = data.dataset().trainLabels();
  }

  private static LogitSource source(Model model, Examples train, Examples test) {
    return new LogitSource() {
      @Override
      public float[] train(int[] rows) {
        return model.logits(train, rows);
      }

      @Override
      public float[] test(int[] rows) {
        return model.logits(test, rows);
      }
    };
  }

  Scores measure(Deadline deadline) throws InterruptedException, TimeoutException {
    var onValidation = Predictions.of(logits::train, data.split().validation(), noisy, deadline);
    var onTest = Predictions.of(logits::test, testRows, testLabels, deadline);
    var onTrain = Predictions.of(logits::train, data.memorisation(), noisy, deadline);
    return new Scores(
        onValidation.accuracy(noisy),
        onTest.accuracy(testLabels),
        onTrain.accuracy(noisy, row -> noisy[row] == clean[row]),
        onTrain.accuracy(noisy, row -> noisy[row] != clean[row]),
        onTrain.accuracy(clean, row -> noisy[row] != clean[row]),
        onTrain.auroc(row -> noisy[row] != clean[row]),
        onTest.test(testLabels, data.dataset().classes()));
  }
}
