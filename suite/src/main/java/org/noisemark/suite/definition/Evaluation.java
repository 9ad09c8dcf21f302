package org.noisemark.suite.definition;

import java.util.List;

/**
 * What is measured beside training.
 *
 * @param everyEpochs epochs from one evaluation to the next, at least 1; the last epoch is always
 *     evaluated
 * @param memorisationSamples training examples, the same for every cell of a data set, on which
 *     memorisation is measured; at least 1
 */
public record Evaluation(int everyEpochs, int memorisationSamples) {
  static final Evaluation STANDARD = new Evaluation(1, 2000);
  static final List<String> NAMES = List.of("every_epochs", "memorisation_samples");

  public Evaluation {
    if (everyEpochs < 1) {
      throw new IllegalArgumentException("every_epochs must be at least 1, got " + everyEpochs);
    }
    if (memorisationSamples < 1) {
      throw new IllegalArgumentException(
          "memorisation_samples must be at least 1, got " + memorisationSamples);
    }
  }

  public boolean isDue(int epoch, int epochs) {
    return epoch % everyEpochs == 0 || epoch == epochs;
  }

  /** Returns how many epochs are evaluated. */
  public int count(int epochs) {
    return (epochs + everyEpochs - 1) / everyEpochs;
  }
}
