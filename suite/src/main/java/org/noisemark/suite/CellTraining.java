package org.noisemark.suite;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.commons.rng.UniformRandomProvider;
import org.noisemark.datasets.Augmentation;
import org.noisemark.datasets.Batch;
import org.noisemark.datasets.BatchOrder;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Model;
import org.noisemark.nn.InitialParameters;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Trainer;
import org.noisemark.suite.Stopwatch.Activity;

/**
 * The training steps of one cell. What is random in them comes from the cell's seed by purpose, so
 * that all optimizers start alike and see the same batches.
 */
final class CellTraining {
  private final PreparedData data;
  private final Model model;
  private final Examples examples;
  private final Meters meters;
  private final int[] labels;
  private final BatchOrder order;
  private final Augmentation augmentation;
  private final UniformRandomProvider augmentationRandom;
  private final Trainer trainer;
  private final long flopsPerImage;
  private double learningRate;
  private int steps;

  /**
   * Sets the initial parameters.
   *
   * @param examples the official training images on the model's device
   * @param flopsPerImage of one gradient
   */
  CellTraining(
      Cell cell,
      PreparedData data,
      Model model,
      Examples examples,
      long flopsPerImage,
      Meters meters) {
    this.data = data;
    this.model = model;
    this.examples = examples;
    this.flopsPerImage = flopsPerImage;
    this.meters = meters;
    var settings = cell.training();
    labels = data.labels().labels();
    order = new BatchOrder(data.split().train(), settings.batchSize(), cell.seed());
    augmentation = Augmentation.named(settings.augmentation());
    augmentationRandom = Seeds.generator(cell.seed(), "augmentation");
    model
        .parameters()
        .write(InitialParameters.draw(model.layout(), Seeds.derive(cell.seed(), "initial")));
    trainer =
        new Trainer(
            Optimizers.named(cell.optimizer(), cell.optimizerSettings()),
            settings.momentum(),
            settings.learningRates(order.stepsPerEpoch()),
            model,
            (long) settings.epochs() * order.stepsPerEpoch());
  }

  /**
   * Takes the steps of one epoch.
   *
   * @param epoch from 1
   * @return the mean loss of its clean passes
   * @throws DivergedException if a loss is NaN or infinite
   */
  double epoch(int epoch, Deadline deadline) throws InterruptedException, TimeoutException {
    meters.watch().enter(Activity.DATA);
    var batches = batches(epoch);
    double sum = 0;
    for (int[] rows : batches) {
      deadline.check();
      sum += step(rows);
    }
    return sum / batches.size();
  }

  /** Returns the rows of each batch of an epoch. */
  List<int[]> batches(int epoch) {
    return order.epoch(epoch);
  }

  /** Returns the learning rate of the last step. */
  double learningRate() {
    return learningRate;
  }

  /** Takes one step and returns the loss of its clean pass. */
  double step(int[] rows) {
    meters.watch().enter(Activity.DATA);
    int[] batchLabels = Arrays.stream(rows).map(row -> labels[row]).toArray();
    var images = data.dataset().trainImages();
    var batch =
        new Batch(
            rows,
            batchLabels,
            augmentation.draw(rows.length, images.height(), images.width(), augmentationRandom));
    learningRate = trainer.learningRate();
    meters.watch().enter(Activity.TRAIN);
    double loss = trainer.step(meters.passes().objective(model, examples, batch, flopsPerImage));
    model.synchronize();
    meters.steps().add(meters.watch().enter(Activity.OTHER));
    steps++;
    if (!Double.isFinite(loss)) {
      int epoch = (steps - 1) / order.stepsPerEpoch() + 1;
      throw new DivergedException(
          "the loss became " + loss + " in step " + steps + " (epoch " + epoch + ")");
    }
    return loss;
  }
}
