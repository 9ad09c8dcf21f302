package org.noisemark.suite.training;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.noisemark.engine.Engines;
import org.noisemark.machine.Machine;
import org.noisemark.nn.Flops;
import org.noisemark.nn.Network;
import org.noisemark.nn.Shape;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.checkpoint.Checkpoints;
import org.noisemark.suite.checkpoint.Position;
import org.noisemark.suite.meters.Stopwatch.Activity;
import org.noisemark.suite.plan.Cells;

/**
 * Trains single cells: data set → noise → split → model on its engine, or a program of the user's →
 * training → run record. Thread-safe.
 *
 * @param timeout for each cell; zero for none
 * @param isAlone whether no other process trains on this machine, so that what its counters of
 *     energy say can be put down to a run
 * @param checkpoints of cells in training, from which they go on
 */
public record CellRunner(
    Preparation preparation,
    RunRecord.Environment environment,
    Duration timeout,
    boolean isAlone,
    Checkpoints checkpoints) {
  /**
   * Trains one cell. Whatever goes wrong in it becomes the status of its record.
   *
   * @param listener is told of each epoch
   * @throws InterruptedException if the thread was interrupted; there is no record then
   */
  public TrainedCell run(Cell cell, Consumer<RunRecord.Epoch> listener)
      throws InterruptedException {
    var log = new RunLog(cell, environment, isAlone);
    try {
      train(cell, log, listener);
      return log.trained(Status.OK, "");
    } catch (DivergedException e) {
      return log.trained(Status.DIVERGED, e.getMessage());
    } catch (TimeoutException e) {
      return log.trained(Status.TIMEOUT, e.getMessage());
    } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
      if (Thread.interrupted()) { // whatever it broke off, the cell has not failed
        throw new InterruptedException("stopped");
      }
      return log.trained(Failures.isOutOfMemory(e) ? Status.OOM : Status.ERROR, Failures.line(e));
    }
  }

  /** Returns the record of a cell that cannot be trained; the detail is one line that says why. */
  public TrainedCell failed(Cell cell, String detail) {
    return new RunLog(cell, environment, isAlone).trained(Status.ERROR, detail);
  }

  private void train(Cell cell, RunLog log, Consumer<RunRecord.Epoch> listener)
      throws IOException, InterruptedException, TimeoutException {
    var deadline = new Deadline(timeout);
    var watch = log.meters().watch();
    var data = preparation.of(cell);
    log.labels(data.labels());
    if (Cells.isExternal(cell)) {
      new ExternalTraining(cell, data, log, deadline).run(listener);
      return;
    }
    var network = network(cell, data);
    try (var model =
        Engines.named(cell.engine().name())
            .build(network, Cells.device(cell), cell.engine().precision())) {
      watch.enter(Activity.DATA);
      var examples = model.load(data.dataset().trainImages(), data.dataset().normalization());
      var evaluation = new EpochEvaluation(data, model, examples);
      watch.enter(Activity.OTHER);
      var training =
          new CellTraining(cell, data, model, examples, Flops.gradient(network), log.meters());
      log.initialParameters(model.parameters().read());
      var due = checkpoints.due();
      var position = resume(cell, log, training);
      int epochs = cell.training().epochs();
      for (; position.epoch() <= epochs; position = position.nextEpoch()) {
        int epoch = position.epoch();
        double loss =
            training.epoch(
                position,
                deadline,
                taken -> {
                  if (due.isDue()) {
                    checkpoints.write(log.checkpoint(taken, training, model.readStatistics()));
                  }
                });
        watch.enter(Activity.EVAL);
        var scores =
            cell.evaluation().isDue(epoch, epochs)
                ? evaluation.measure(deadline)
                : EpochEvaluation.Scores.NONE;
        model.synchronize();
        watch.enter(Activity.OTHER);
        log.peakDeviceMemory(model.peakDeviceMemoryBytes());
        listener.accept(log.epoch(epoch, training.learningRate(), loss, scores));
        if (cell.evaluation().keeps(epoch)) {
          log.keep(epoch, model.parameters().read());
        }
      }
      log.finalParameters(finite(model.parameters().read()));
    }
  }

  /** Goes on where another process was stopped; from the start where none was. */
  private Position resume(Cell cell, RunLog log, CellTraining training) {
    var found = checkpoints.find(cell.runId(), environment, Machine.program());
    if (found.isEmpty()) {
      return Position.START;
    }
    training.restore(found.get());
    log.restore(found.get());
    return found.get().state().position();
  }

  public static Network network(Cell cell, PreparedData data) {
    var images = data.dataset().trainImages();
    return Cells.network(
        cell,
        new Shape(images.channels(), images.height(), images.width()),
        data.dataset().classes());
  }

  static double[] finite(double[] parameters) {
    if (!Arrays.stream(parameters).allMatch(Double::isFinite)) {
      throw new DivergedException("a parameter became NaN or infinite in the last step");
    }
    return parameters;
  }
}
