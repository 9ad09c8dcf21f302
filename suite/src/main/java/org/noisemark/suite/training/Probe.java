package org.noisemark.suite.training;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.noisemark.engine.Engines;
import org.noisemark.nn.Flops;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.meters.Meters;
import org.noisemark.suite.meters.Stopwatch;
import org.noisemark.suite.meters.Stopwatch.Activity;
import org.noisemark.suite.plan.Cells;

/**
 * What a few real steps of one kind of cell took.
 *
 * @param startSeconds before the first step: the network built, the images loaded
 * @param gradientSeconds of one gradient with its share of the step's arithmetic and data
 * @param evaluationSeconds of one evaluation
 */
public record Probe(double startSeconds, double gradientSeconds, double evaluationSeconds) {
  /** For compilers and caches, and then for the clock; at least two blocks of each. */
  private static final double PHASE_SECONDS = 0.5;

  private static final Deadline NONE = new Deadline(Duration.ZERO);

  /** What cells that take alike have in common. */
  public record Kind(
      Cell.Dataset dataset,
      Cell.Network network,
      Cell.Optimizer optimizer,
      int batchSize,
      String augmentation,
      Cell.Engine engine) {
    public static Kind of(Cell cell) {
      return new Kind(
          cell.dataset(),
          cell.network(),
          cell.optimizer(),
          cell.training().batchSize(),
          cell.training().augmentation(),
          cell.engine());
    }
  }

  public static Probe measure(Cell cell, PreparedData data)
      throws InterruptedException, TimeoutException {
    var network = CellRunner.network(cell, data);
    var meters = new Meters();
    var clock = new Stopwatch();
    try (var model =
        Engines.named(cell.engine().name())
            .build(network, Cells.device(cell), cell.engine().precision())) {
      var images = data.dataset().trainImages();
      var examples = model.load(images, data.dataset().normalization());
      var evaluation = new EpochEvaluation(data, model, examples);
      var training = new CellTraining(cell, data, model, examples, Flops.gradient(network), meters);
      double start = clock.enter(Activity.OTHER);
      var blocks = training.blocks(1);
      steps(training, blocks);
      evaluation.measure(NONE);
      long before = meters.passes().gradientEvaluations();
      clock.enter(Activity.TRAIN);
      steps(training, blocks);
      double trained = clock.enter(Activity.EVAL);
      evaluation.measure(NONE);
      double evaluated = clock.enter(Activity.OTHER);
      return new Probe(
          start, trained / (meters.passes().gradientEvaluations() - before), evaluated);
    }
  }

  private static void steps(CellTraining training, List<CellTraining.Block> blocks)
      throws InterruptedException, TimeoutException {
    long start = System.nanoTime();
    for (int i = 0; i < 2 || System.nanoTime() - start < PHASE_SECONDS * 1e9; i++) {
      training.take(blocks.get(i % blocks.size()), NONE);
    }
  }

  /** Returns the seconds of a cell of this kind. */
  public double seconds(double gradientEvaluations, int evaluations) {
    return startSeconds + gradientSeconds * gradientEvaluations + evaluationSeconds * evaluations;
  }
}
