package org.noisemark.suite;

/**
 * What is measured beside training.
 *
 * @param everyEpochs epochs from one evaluation to the next; the last epoch is always evaluated
 * @param memorisationSamples training examples, the same for every cell of a data set, on which
 *     memorisation is measured
 */
public record Evaluation(int everyEpochs, int memorisationSamples) {}
