package org.noisemark.suite.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.noisemark.datasets.BatchOrder;
import org.noisemark.nn.Flops;
import org.noisemark.optim.Cost;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.definition.TrainingSettings;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.PreparedData;

/**
 * What a cell's training must have counted, by walking through its steps without taking them.
 *
 * @param epochs in order
 * @param samples training examples seen, counted once a step
 * @param flops of training; empty where the optimizer's cost is not known before training, or a
 *     program of the user's counts
 */
record ExpectedCounts(List<Epoch> epochs, long samples, OptionalLong flops) {
  /**
   * @param gradientEvaluations until its end
   * @param learningRate of its last step
   */
  record Epoch(Cost gradientEvaluations, double learningRate) {
    /** Whether so many gradients can have been taken, rounded as they are recorded. */
    boolean allows(long recorded) {
      return recorded >= Math.round(gradientEvaluations.least())
          && recorded <= Math.round(gradientEvaluations.most());
    }
  }

  static ExpectedCounts of(Cell cell, PreparedData data) {
    var training = cell.training();
    int[] rows = data.split().train();
    int perEpoch = new BatchOrder(rows, training.batchSize(), cell.seed()).stepsPerEpoch();
    int lastBatch = rows.length - (perEpoch - 1) * training.batchSize();
    long total = (long) training.epochs() * perEpoch;
    var optimizer = Cells.optimizer(cell);
    var schedule = TrainingSettings.learningRates(training, perEpoch);
    long flopsPerImage = Flops.gradient(CellRunner.network(cell, data));
    var epochs = new ArrayList<Epoch>();
    var evaluations = Cost.exactly(0);
    double flops = 0;
    for (long step = 0; step < total; step++) {
      boolean endsEpoch = step % perEpoch == perEpoch - 1;
      long at = step;
      var cost = optimizer.map(method -> method.cost(at, total)).orElse(Cost.atLeast(0));
      evaluations = evaluations.plus(cost);
      flops += cost.expected() * flopsPerImage * (endsEpoch ? lastBatch : training.batchSize());
      if (endsEpoch) {
        epochs.add(new Epoch(evaluations, schedule.learningRate(step, total)));
      }
    }
    return new ExpectedCounts(
        epochs,
        (long) training.epochs() * rows.length,
        evaluations.isExact() && !Cells.isExternal(cell)
            ? OptionalLong.of(Math.round(flops))
            : OptionalLong.empty());
  }
}
