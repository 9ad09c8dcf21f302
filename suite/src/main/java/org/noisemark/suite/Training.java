package org.noisemark.suite;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a network is trained, whatever the optimizer.
 *
 * @param batchSize examples a mini-batch
 * @param schedule name of a learning-rate schedule
 * @param warmupEpochs epochs over which the learning rate first rises from 0; 0 for none
 * @param augmentation name of an augmentation, "none" for none
 * @param validationShare share of the training set, 0–1, kept apart as the noisy validation split
 */
public record Training(
    int epochs,
    int batchSize,
    double learningRate,
    double momentum,
    double weightDecay,
    boolean nesterov,
    String schedule,
    int warmupEpochs,
    String augmentation,
    double validationShare) {

  /** Returns all settings by the names they have in suite files and run records. */
  public SortedMap<String, Object> settings() {
    var settings = new TreeMap<String, Object>();
    settings.put("epochs", epochs);
    settings.put("batch_size", batchSize);
    settings.put("learning_rate", learningRate);
    settings.put("momentum", momentum);
    settings.put("weight_decay", weightDecay);
    settings.put("nesterov", nesterov);
    settings.put("schedule", schedule);
    settings.put("warmup_epochs", warmupEpochs);
    settings.put("augmentation", augmentation);
    settings.put("validation_share", validationShare);
    return settings;
  }
}
