package org.noisemark.suite;

/**
 * What is measured beside training.
 *
 * @param everyEpochs epochs from one evaluation to the next, at least 1; the last epoch is always
 *     evaluated
 * @param memorisationSamples training examples, the same for every cell of a data set, on which
 *     memorisation is measured; at least 1
 */
public record Evaluation(int everyEpochs, int memorisationSamples) {
  boolean isDue(int epoch, int epochs) {
    return epoch % everyEpochs == 0 || epoch == epochs;
  }
}
