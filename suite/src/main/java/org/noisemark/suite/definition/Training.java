package org.noisemark.suite.definition;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.datasets.Augmentation;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Schedule;

/**
 * How a network is trained, whatever the optimizer.
 *
 * @param batchSize examples a mini-batch
 * @param learningRate of the schedule's first step, warm-up apart
 * @param schedule name of a learning-rate schedule
 * @param warmupEpochs epochs over which the learning rate first rises from 0; 0 for none
 * @param augmentation name of an augmentation, "none" for none
 * @param validationShare share of the training set, in (0, 1), kept apart as the noisy validation
 *     split
 */
public record Training(
    int epochs,
    int batchSize,
    double learningRate,
    Momentum momentum,
    String schedule,
    int warmupEpochs,
    String augmentation,
    double validationShare) {
  /** All settings by the names they have in suite files and run records. */
  static final List<String> NAMES =
      List.of(
          "epochs",
          "batch_size",
          "learning_rate",
          "momentum",
          "weight_decay",
          "nesterov",
          "schedule",
          "warmup_epochs",
          "augmentation",
          "validation_share");

  /** The settings that an optimizer may have for itself; the others would unpair the runs. */
  public static final List<String> BY_OPTIMIZER =
      List.of("epochs", "learning_rate", "momentum", "weight_decay", "nesterov");

  public Training {
    require(epochs >= 1, "epochs must be at least 1, got " + epochs);
    require(batchSize >= 1, "batch_size must be at least 1, got " + batchSize);
    require(
        warmupEpochs >= 0 && warmupEpochs < epochs,
        "warmup_epochs must be at least 0 and fewer than the epochs, got " + warmupEpochs);
    require(
        validationShare > 0 && validationShare < 1,
        "validation_share must be in (0, 1), got " + validationShare);
    Schedule.named(schedule, learningRate);
    Augmentation.named(augmentation);
  }

  /** Returns the learning rate of each step, warm-up included. */
  public Schedule learningRates(int stepsPerEpoch) {
    var schedule = Schedule.named(this.schedule, learningRate);
    return warmupEpochs == 0
        ? schedule
        : new Schedule.WarmUp((long) warmupEpochs * stepsPerEpoch, schedule);
  }

  /**
   * Returns this with some settings changed.
   *
   * @param changed by the names of {@link #BY_OPTIMIZER}; others are left out of account
   * @throws IllegalArgumentException if a value is of the wrong type or out of range
   */
  public Training with(Map<String, Object> changed) {
    return new Training(
        value(changed, "epochs", Integer.class, epochs),
        batchSize,
        value(changed, "learning_rate", Number.class, learningRate).doubleValue(),
        new Momentum(
            value(changed, "momentum", Number.class, momentum.momentum()).doubleValue(),
            value(changed, "weight_decay", Number.class, momentum.weightDecay()).doubleValue(),
            value(changed, "nesterov", Boolean.class, momentum.nesterov())),
        schedule,
        warmupEpochs,
        augmentation,
        validationShare);
  }

  private static <T> T value(Map<String, Object> changed, String key, Class<T> type, T standard) {
    var value = changed.getOrDefault(key, standard);
    if (!type.isInstance(value)) {
      String expected =
          type == Boolean.class
              ? "true or false"
              : type == Integer.class ? "a whole number" : "a number";
      throw new IllegalArgumentException(key + " must be " + expected + ", got '" + value + "'");
    }
    return type.cast(value);
  }

  /** Returns all settings by the names they have in suite files and run records. */
  public SortedMap<String, Object> settings() {
    var settings = new TreeMap<String, Object>();
    settings.put("epochs", epochs);
    settings.put("batch_size", batchSize);
    settings.put("learning_rate", learningRate);
    settings.put("momentum", momentum.momentum());
    settings.put("weight_decay", momentum.weightDecay());
    settings.put("nesterov", momentum.nesterov());
    settings.put("schedule", schedule);
    settings.put("warmup_epochs", warmupEpochs);
    settings.put("augmentation", augmentation);
    settings.put("validation_share", validationShare);
    return settings;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
