package org.noisemark.suite.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.noisemark.datasets.BatchOrder;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Device;
import org.noisemark.engine.Examples;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.nn.InitialParameters;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.Schedule;
import org.noisemark.optim.Step;
import org.noisemark.optim.TrainingState;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.checkpoint.Checkpoint;
import org.noisemark.suite.checkpoint.Position;
import org.noisemark.suite.definition.TrainingSettings;
import org.noisemark.suite.meters.Meters;
import org.noisemark.suite.meters.StepTimes;
import org.noisemark.suite.meters.Stopwatch.Activity;
import org.noisemark.suite.plan.Cells;

/**
 * The training steps of one cell. What is random in them comes from the cell's seed by purpose, so
 * that all optimizers start alike and see the same batches.
 */
final class CellTraining {
  /** Steps that a device of its own is asked for at once; each may have two of the losses kept. */
  private static final int BLOCK = Loss.KEPT / 8;

  private final Model model;
  private final Meters meters;
  private final BatchOrder order;
  private final BatchDraw draw;
  private final CellObjectives objectives;
  private final Schedule learningRates;
  private final long totalSteps;
  private final TrainingState state;
  private final Step step;
  private final boolean waits;
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
    this(
        cell,
        data,
        model,
        examples,
        flopsPerImage,
        meters,
        Optimizers.named(cell.optimizer().name(), cell.optimizer().hyperparameters()));
  }

  /** Likewise, with another optimizer than the cell names: the same one, watched. */
  CellTraining(
      Cell cell,
      PreparedData data,
      Model model,
      Examples examples,
      long flopsPerImage,
      Meters meters,
      Optimizer optimizer) {
    this.model = model;
    this.meters = meters;
    this.waits = Cells.device(cell) == Device.CPU;
    var settings = cell.training();
    int[] rows = data.split().train();
    order = new BatchOrder(rows, settings.batchSize(), cell.seed());
    draw =
        new BatchDraw(data.dataset().trainImages(), data.labels().labels(), settings, cell.seed());
    objectives =
        new CellObjectives(
            model,
            examples,
            draw,
            rows,
            settings.batchSize(),
            meters.passes(),
            flopsPerImage,
            cell.seed());
    model
        .parameters()
        .write(InitialParameters.draw(model.layout(), Seeds.derive(cell.seed(), "initial")));
    learningRates = TrainingSettings.learningRates(settings, order.stepsPerEpoch());
    totalSteps = (long) settings.epochs() * order.stepsPerEpoch();
    state =
        new TrainingState(
            model, TrainingSettings.descent(settings), learningRates, totalSteps, cell.seed());
    step = optimizer.start(state);
  }

  /**
   * Takes the steps of one epoch, or what is left of them.
   *
   * @param from an epoch and what is taken of it
   * @param listener is told after each block
   * @return the loss of its clean passes, as a mean over examples
   * @throws DivergedException if a loss is NaN or infinite
   * @throws IOException if the listener fails
   */
  double epoch(Position from, Deadline deadline, BlockListener listener)
      throws InterruptedException, TimeoutException, IOException {
    meters.watch().enter(Activity.DATA);
    var blocks = blocks(from.epoch());
    long examples = from.examples();
    double sum = from.lossSum();
    for (int taken = from.blocks(); taken < blocks.size(); taken++) {
      var block = blocks.get(taken);
      double[] losses = take(block, deadline);
      for (int step = 0; step < losses.length; step++) {
        int size = block.rows().get(step).length;
        sum += losses[step] * size;
        examples += size;
      }
      listener.taken(new Position(from.epoch(), taken + 1, sum, examples));
    }
    return sum / examples;
  }

  /** Is told how far a training has come. */
  @FunctionalInterface
  interface BlockListener {
    void taken(Position position) throws IOException;
  }

  /** Goes on where another process was. */
  void restore(Checkpoint checkpoint) {
    var state = checkpoint.state();
    var base64 = Base64.getDecoder();
    this.state.restore(
        new TrainingState.Snapshot(
            state.step(),
            checkpoint.vectors(),
            state.variables().stream().mapToDouble(Double::doubleValue).toArray(),
            base64.decode(state.random())));
    objectives.restore(
        new CellObjectives.Further(base64.decode(state.furtherRandom()), state.furtherBatches()));
    model.writeStatistics(checkpoint.statistics());
    steps = Math.toIntExact(state.step());
    learningRate = lastLearningRate(state.step());
  }

  private double lastLearningRate(long nextStep) {
    return nextStep == 0 ? 0 : learningRates.learningRate(nextStep - 1, totalSteps);
  }

  /** Returns the batches drawn beside those of the epochs. */
  CellObjectives.Further further() {
    return objectives.further();
  }

  /**
   * Steps that are taken at once.
   *
   * @param epoch from 1
   * @param rows of each step's batch
   */
  record Block(int epoch, List<int[]> rows) {}

  /**
   * Returns an epoch in blocks of steps that {@link #take} takes at once: single ones where the
   * processor computes. On a device of its own those that no figure of a step's time counts are a
   * block for themselves.
   */
  List<Block> blocks(int epoch) {
    var batches = order.epoch(epoch);
    var blocks = new ArrayList<Block>();
    int end;
    for (int from = 0; from < batches.size(); from = end) {
      int size = waits ? 1 : from == 0 ? StepTimes.WARMUP : BLOCK;
      end = Math.min(from + size, batches.size());
      blocks.add(new Block(epoch, batches.subList(from, end)));
    }
    return blocks;
  }

  /** Returns the first examples of the training part as an objective, without augmentation. */
  Objective first(int examples) {
    return objectives.first(examples);
  }

  /** Returns the training itself. */
  TrainingState state() {
    return state;
  }

  /** Returns the learning rate of the last step. */
  double learningRate() {
    return learningRate;
  }

  /**
   * Takes the steps of a block and returns the losses of their clean passes. Their batches are
   * drawn before the first and their losses read after the last, so that the device, which is
   * waited for at both ends, has its next step at hand.
   */
  double[] take(Block block, Deadline deadline) throws InterruptedException, TimeoutException {
    meters.watch().enter(Activity.DATA);
    var batches = block.rows().stream().map(rows -> draw.of(rows, block.epoch())).toList();
    meters.watch().enter(Activity.TRAIN);
    var losses = new ArrayList<Loss>();
    for (var batch : batches) {
      deadline.check();
      learningRate = state.learningRate();
      losses.add(step.take(objectives.of(batch)));
    }
    model.synchronize();
    objectives.endBlock();
    meters.steps().add(meters.watch().enter(Activity.OTHER), block.rows().size());
    return losses.stream().mapToDouble(this::finite).toArray();
  }

  private double finite(Loss loss) {
    double value = loss.value();
    steps++;
    if (!Double.isFinite(value)) {
      int epoch = (steps - 1) / order.stepsPerEpoch() + 1;
      throw new DivergedException(
          "the loss became " + value + " in step " + steps + " (epoch " + epoch + ")");
    }
    return value;
  }
}
