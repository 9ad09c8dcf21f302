package org.noisemark.study;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Cell.Evaluation;
import org.noisemark.reports.records.Cell.Training;
import org.noisemark.suite.definition.NetworkSetting;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suite;

/** A suite with the same methods and noises, in seconds or for a GPU. */
final class Scaled {
  static final String GPU_ENGINE = "libtorch";
  private static final int SMALL_EXAMPLES = 500;
  private static final int SMALL_SHARE = 5;

  /** Epochs of the papers, beside the usual 30 or 40 of a full form. */
  private static final int GPU_EPOCHS = 200;

  private Scaled() {}

  /** Two seeds, a fifth of the epochs, 500 examples. */
  static Suite small(Suite suite) {
    var training = suite.training();
    Integer examples = training.examples();
    int fewer = examples == null ? SMALL_EXAMPLES : Math.min(examples, SMALL_EXAMPLES);
    return with(
        suite,
        List.of(Cell.Dataset.published("fashion-mnist-mini")),
        suite.networks(),
        epochs -> Math.max(1, (epochs + SMALL_SHARE - 1) / SMALL_SHARE),
        Math.max(fewer, training.batchSize()),
        List.of(1L, 2L),
        suite.engine(),
        suite.device());
  }

  /** ResNet-18 on the whole of Fashion-MNIST, 200 epochs where the full form has its usual ones. */
  static Suite gpu(Suite suite) {
    int usual = suite.training().epochs();
    return with(
        suite,
        List.of(Cell.Dataset.published("fashion-mnist")),
        List.of(new NetworkSetting("resnet18", new TreeMap<>())),
        epochs -> Math.max(2, Math.round((float) epochs * GPU_EPOCHS / usual)),
        suite.training().examples(),
        suite.seeds(),
        GPU_ENGINE,
        Device.CUDA);
  }

  private static Suite with(
      Suite suite,
      List<Cell.Dataset> datasets,
      List<NetworkSetting> networks,
      IntUnaryOperator epochs,
      Integer examples,
      List<Long> seeds,
      String engine,
      Device device) {
    var training = suite.training();
    int last = epochs.applyAsInt(training.epochs());
    return new Suite(
        suite.name(),
        suite.version(),
        suite.summary(),
        datasets,
        suite.noises(),
        networks,
        suite.optimizers().stream().map(each -> with(each, epochs)).toList(),
        new Training(
            last,
            training.batchSize(),
            training.learningRate(),
            training.momentum(),
            training.weightDecay(),
            training.nesterov(),
            training.schedule(),
            device == Device.CPU ? 0 : training.warmupEpochs(),
            training.augmentation(),
            training.validationShare(),
            training.descent(),
            examples,
            training.labelSmoothing(),
            training.mixup()),
        new Evaluation(
            last, suite.evaluation().memorisationSamples(), suite.evaluation().keepParameters()),
        suite.references(),
        seeds,
        Optional.empty(),
        engine,
        device,
        Optional.empty());
  }

  private static OptimizerSetting with(OptimizerSetting optimizer, IntUnaryOperator epochs) {
    var settings = new TreeMap<>(optimizer.settings());
    settings.computeIfPresent("epochs", (name, value) -> value.map(each -> epochs(each, epochs)));
    return new OptimizerSetting(optimizer.name(), settings);
  }

  private static Object epochs(Object value, IntUnaryOperator epochs) {
    return epochs.applyAsInt((Integer) value);
  }
}
