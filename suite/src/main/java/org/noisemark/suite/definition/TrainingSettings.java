package org.noisemark.suite.definition;

import java.util.List;
import java.util.Map;
import org.noisemark.datasets.Augmentation;
import org.noisemark.optim.Descent;
import org.noisemark.optim.Schedule;
import org.noisemark.reports.records.Cell.Training;

/** The training that a suite asks for, by the names of its settings. */
public final class TrainingSettings {
  /** All settings by the names they have in suite files and run records. */
  static final List<String> NAMES =
      List.of(
          "epochs",
          "batch_size",
          "learning_rate",
          "momentum",
          "weight_decay",
          "nesterov",
          "descent",
          "schedule",
          "warmup_epochs",
          "augmentation",
          "validation_share",
          "examples",
          "label_smoothing",
          "mixup");

  /** The settings that an optimizer may have for itself; the others would unpair the runs. */
  public static final List<String> BY_OPTIMIZER =
      List.of("epochs", "learning_rate", "momentum", "weight_decay", "nesterov");

  private TrainingSettings() {}

  /**
   * Returns a training whose names are known and whose numbers its optimizer and schedule take.
   *
   * @throws IllegalArgumentException in one line if one does not
   */
  public static Training checked(Training training) {
    descent(training);
    learningRates(training, 1);
    Augmentation.named(training.augmentation());
    return training;
  }

  /** Returns the first-order optimizer that every step ends in. */
  public static Descent descent(Training training) {
    return Descent.named(
        training.descentName(), training.momentum(), training.weightDecay(), training.nesterov());
  }

  /** Returns the learning rate of each step, warm-up included. */
  public static Schedule learningRates(Training training, int stepsPerEpoch) {
    var schedule = Schedule.named(training.schedule(), training.learningRate(), stepsPerEpoch);
    return training.warmupEpochs() == 0
        ? schedule
        : new Schedule.WarmUp((long) training.warmupEpochs() * stepsPerEpoch, schedule);
  }

  /**
   * Returns a training with some settings changed.
   *
   * @param changed by the names of {@link #BY_OPTIMIZER}; others are left out of account
   * @throws IllegalArgumentException if a value is of the wrong type or out of range
   */
  public static Training with(Training training, Map<String, Object> changed) {
    return checked(
        new Training(
            value(changed, "epochs", Integer.class, training.epochs()),
            training.batchSize(),
            value(changed, "learning_rate", Number.class, training.learningRate()).doubleValue(),
            value(changed, "momentum", Number.class, training.momentum()).doubleValue(),
            value(changed, "weight_decay", Number.class, training.weightDecay()).doubleValue(),
            value(changed, "nesterov", Boolean.class, training.nesterov()),
            training.schedule(),
            training.warmupEpochs(),
            training.augmentation(),
            training.validationShare(),
            training.descent(),
            training.examples(),
            training.labelSmoothing(),
            training.mixup()));
  }

  private static <T> T value(Map<String, Object> changed, String key, Class<T> type, T otherwise) {
    var value = changed.getOrDefault(key, otherwise);
    if (!type.isInstance(value)) {
      String expected =
          type == Boolean.class
              ? "true or false"
              : type == Integer.class ? "a whole number" : "a number";
      throw new IllegalArgumentException(key + " must be " + expected + ", got '" + value + "'");
    }
    return type.cast(value);
  }
}
