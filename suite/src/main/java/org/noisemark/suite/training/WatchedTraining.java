package org.noisemark.suite.training;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.noisemark.engine.Engines;
import org.noisemark.engine.Model;
import org.noisemark.nn.Flops;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.TrainingState;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.checkpoint.Position;
import org.noisemark.suite.meters.Meters;
import org.noisemark.suite.plan.Cells;

/**
 * The training of a cell, taken epoch by epoch by someone who looks at it on the way: the same
 * steps as those behind a run record, from the same initial parameters. Leaves no record. Only the
 * thread that made it may use it.
 */
public final class WatchedTraining implements AutoCloseable {
  private static final Deadline NONE = new Deadline(Duration.ZERO);

  private final Model model;
  private final CellTraining training;
  private final int epochs;

  /**
   * @param data of the cell
   * @param optimizer the one that the cell names, or one that does the same and looks on
   */
  public WatchedTraining(Cell cell, PreparedData data, Optimizer optimizer) {
    epochs = cell.training().epochs();
    var network = CellRunner.network(cell, data);
    model =
        Engines.named(cell.engine().name())
            .build(network, Cells.device(cell), cell.engine().precision());
    var examples = model.load(data.dataset().trainImages(), data.dataset().normalization());
    training =
        new CellTraining(
            cell, data, model, examples, Flops.gradient(network), new Meters(), optimizer);
  }

  /** Returns the parameters, the state of the descent, and vectors like them. */
  public TrainingState state() {
    return training.state();
  }

  /**
   * Returns the loss of the first examples of the training part, with their noisy labels and
   * without augmentation; of all if it has fewer.
   */
  public Objective first(int examples) {
    return training.first(examples);
  }

  /**
   * Takes the steps of an epoch.
   *
   * @param epoch from 1
   * @return the loss of its first passes, as a mean over examples, in nats
   * @throws RuntimeException if a loss is NaN or infinite
   * @throws InterruptedException if the thread was interrupted
   */
  public double epoch(int epoch) throws InterruptedException {
    try {
      return training.epoch(new Position(epoch, 0, 0, 0), NONE, position -> {});
    } catch (TimeoutException | IOException e) {
      throw new IllegalStateException("there is no time limit, and nothing is written", e);
    }
  }

  /**
   * Takes the steps of all epochs.
   *
   * @throws RuntimeException and InterruptedException as {@link #epoch}
   */
  public void all() throws InterruptedException {
    for (int epoch = 1; epoch <= epochs; epoch++) {
      epoch(epoch);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
