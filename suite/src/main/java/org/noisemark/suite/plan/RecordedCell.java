package org.noisemark.suite.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.engine.Device;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.TransitionMatrix;
import org.noisemark.optim.Momentum;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.definition.Evaluation;
import org.noisemark.suite.definition.Training;

/** A cell read back from the record of its run: the inverse of {@link Cell#describe}. */
public final class RecordedCell {
  private final RunRecord record;
  private final SortedMap<String, Object> settings;

  private RecordedCell(RunRecord record) {
    this.record = record;
    this.settings = new TreeMap<>(record.cell().hyperparameters());
  }

  /**
   * @throws IllegalArgumentException if a setting is missing, of the wrong type, out of range or
   *     not known to this version of the program
   */
  public static Cell of(RunRecord record) {
    return new RecordedCell(record).cell();
  }

  private Cell cell() {
    var cell = record.cell();
    var training = training();
    var evaluation =
        new Evaluation(
            take("evaluation_every_epochs", Integer.class),
            take("memorisation_samples", Integer.class));
    var noise = noise();
    return new Cell(
        record.suite(),
        record.suiteVersion(),
        cell.dataset(),
        noise,
        cell.network(),
        cell.optimizer(),
        Optimizers.hyperparameters(cell.optimizer(), settings), // what is left is the optimizer's
        training,
        evaluation,
        cell.seed(),
        cell.engine(),
        device(cell.device()),
        cell.precision());
  }

  private Training training() {
    return new Training(
        take("epochs", Integer.class),
        take("batch_size", Integer.class),
        real("learning_rate"),
        new Momentum(real("momentum"), real("weight_decay"), take("nesterov", Boolean.class)),
        take("schedule", String.class),
        take("warmup_epochs", Integer.class),
        take("augmentation", String.class),
        real("validation_share"));
  }

  private NoiseSpec noise() {
    var cell = record.cell();
    var count = NoiseSpec.Count.named(take("noise_count", String.class));
    Optional<TransitionMatrix> matrix =
        settings.containsKey("noise_matrix")
            ? Optional.of(matrix(take("noise_matrix", List.class)))
            : Optional.empty();
    return new NoiseSpec(cell.noise(), cell.noiseRate(), count, cell.noiseSeed(), matrix);
  }

  private static TransitionMatrix matrix(List<?> rows) {
    return TransitionMatrix.of(
        rows.stream()
            .map(row -> ((List<?>) row).stream().mapToDouble(p -> (Double) p).toArray())
            .toArray(double[][]::new));
  }

  private static Device device(String label) {
    return Arrays.stream(Device.values())
        .filter(device -> device.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown device '" + label + "'"));
  }

  private double real(String name) {
    return take(name, Number.class).doubleValue();
  }

  private <T> T take(String name, Class<T> type) {
    var value = settings.remove(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          value == null
              ? "the setting '" + name + "' is missing"
              : "the setting '" + name + "' cannot be '" + value + "'");
    }
    return type.cast(value);
  }
}
