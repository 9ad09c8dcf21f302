package org.noisemark.suite.audit;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.datasets.BatchOrder;
import org.noisemark.nn.Flops;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.definition.TrainingSettings;
import org.noisemark.suite.harness.CellRunner;
import org.noisemark.suite.harness.PreparedData;
import org.noisemark.suite.plan.GradientEvaluations;

/**
 * What a cell's training must have counted, by walking through its steps without taking them.
 *
 * @param epochs in order
 * @param samples training examples seen, counted once a step
 * @param flops of training
 */
record ExpectedCounts(List<Epoch> epochs, long samples, long flops) {
  /**
   * @param gradientEvaluations until its end
   * @param learningRate of its last step
   */
  record Epoch(long gradientEvaluations, double learningRate) {}

  static ExpectedCounts of(Cell cell, PreparedData data) {
    var training = cell.training();
    int[] rows = data.split().train();
    int perEpoch = new BatchOrder(rows, training.batchSize(), cell.seed()).stepsPerEpoch();
    int lastBatch = rows.length - (perEpoch - 1) * training.batchSize();
    long total = (long) training.epochs() * perEpoch;
    var isDue =
        GradientEvaluations.due(cell.optimizer().name(), cell.optimizer().hyperparameters(), total);
    var schedule = TrainingSettings.learningRates(training, perEpoch);
    long flopsPerImage = Flops.gradient(CellRunner.network(cell, data));
    var epochs = new ArrayList<Epoch>();
    long evaluations = 0;
    long flops = 0;
    for (long step = 0; step < total; step++) {
      boolean endsEpoch = step % perEpoch == perEpoch - 1;
      int passes = isDue.test(step) ? 2 : 1;
      evaluations += passes;
      flops += passes * flopsPerImage * (endsEpoch ? lastBatch : training.batchSize());
      if (endsEpoch) {
        epochs.add(new Epoch(evaluations, schedule.learningRate(step, total)));
      }
    }
    return new ExpectedCounts(epochs, (long) training.epochs() * rows.length, flops);
  }
}
