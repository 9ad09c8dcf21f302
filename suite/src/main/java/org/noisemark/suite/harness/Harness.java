package org.noisemark.suite.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.datasets.Augmentation;
import org.noisemark.datasets.DataHome;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.gpu.Gpus;
import org.noisemark.machine.Machine;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.checkpoint.Checkpoints;
import org.noisemark.suite.definition.TrainerCommand;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.plan.Plan;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Preparation;

/**
 * Trains what is missing of a plan: the cells without a readable record in the directory. A failed
 * cell has a record, too, and is kept like the others unless they are to be retried.
 */
public final class Harness {
  /**
   * What became of a plan.
   *
   * @param trained cells trained to the end now
   * @param kept cells whose record was there before, or was written by another run meanwhile
   * @param failed cells of both kinds whose status is not ok
   * @param interrupted whether cells are left because the run was stopped
   */
  public record Summary(int trained, int kept, int failed, boolean interrupted) {}

  /** How often a cell in training is kept where nothing else is said. */
  public static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(10);

  private final Preparation.Source source;
  private final boolean retryFailed;
  private final Duration timeout;
  private final Optional<Duration> checkpointEvery;

  Harness(
      Preparation.Source source,
      boolean retryFailed,
      Duration timeout,
      Optional<Duration> checkpointEvery) {
    this.source = source;
    this.retryFailed = retryFailed;
    this.timeout = timeout;
    this.checkpointEvery = checkpointEvery;
  }

  /**
   * @param home where data sets are looked for
   * @param retryFailed whether cells recorded with another status than ok are trained again
   * @param timeout for each cell; zero for none
   * @param checkpointEvery time of a cell's training from one checkpoint to the next; empty for
   *     none
   */
  public Harness(
      DataHome home, boolean retryFailed, Duration timeout, Optional<Duration> checkpointEvery) {
    this(Preparation.Source.of(home), retryFailed, timeout, checkpointEvery);
  }

  /** Failed cells kept, no time limit, checkpoints {@link #CHECKPOINT_EVERY}. */
  public Harness(DataHome home) {
    this(home, false, Duration.ZERO, Optional.of(CHECKPOINT_EVERY));
  }

  /** Likewise, with the default data home. */
  public Harness() {
    this(DataHome.byDefault());
  }

  /**
   * Trains the cells that have no record in the folder, and writes each one's record when it is
   * done. Of several runs in one folder, in other processes too, one trains a cell, and each waits
   * for the others' last. Stops at an interrupt of the thread, or a signal to the process, without
   * the records of the cells that are being trained.
   *
   * @param workers cells trained side by side, each by its own thread; on several GPUs of one kind
   *     they are spread over them
   * @throws IllegalArgumentException if the engine cannot use the device, a network does not fit
   *     the images, or a noise or the batch size the data set; nothing is trained then
   * @throws IOException if a data set cannot be loaded or a record cannot be written
   */
  public Summary run(Plan plan, RunFolder folder, int workers, Progress progress)
      throws IOException {
    return run(plan, folder, new ThreadExecutor(workers, gpus(plan)), progress);
  }

  /** How many GPUs train: those like the first, where the engine can tell them apart. */
  private static int gpus(Plan plan) {
    return plan.cells().stream()
        .findFirst()
        .filter(cell -> Cells.device(cell) == Device.CUDA)
        .filter(cell -> Engines.named(cell.engine().name()).usesSeveralGpus())
        .map(cell -> Math.max(1, Gpus.ofThisMachine().alike()))
        .orElse(1);
  }

  /** Likewise, on any executor. */
  public Summary run(Plan plan, RunFolder folder, CellExecutor executor, Progress progress)
      throws IOException {
    var preparation = new Preparation(source);
    var missing = new ArrayList<Cell>();
    int keptFailures = 0;
    for (var cell : plan.cells()) {
      var record = folder.find(cell.runId());
      if (isMissing(record)) {
        missing.add(cell);
      } else if (record.get().status() != Status.OK) {
        keptFailures++;
      }
    }
    check(missing, preparation, executor.isHere());
    progress.planned(plan, missing, executor.workers());
    var queue =
        new CellQueue(missing, folder, cell -> isMissing(folder.look(cell.runId())), progress);
    boolean interrupted =
        !missing.isEmpty()
            && executor.execute(
                queue,
                runner(
                    missing.get(0),
                    preparation,
                    executor.workers(),
                    checkpoints(folder, progress)));
    return new Summary(
        queue.trained(),
        interrupted ? plan.cells().size() - missing.size() : plan.cells().size() - queue.trained(),
        keptFailures + queue.failed(),
        interrupted);
  }

  private boolean isMissing(Optional<RunRecord> record) {
    return record.isEmpty() || retryFailed && record.get().status() != Status.OK;
  }

  private Checkpoints checkpoints(RunFolder folder, Progress progress) {
    return checkpointEvery
        .map(every -> Checkpoints.in(folder.directory(), every, progress::note))
        .orElseGet(Checkpoints::none);
  }

  private CellRunner runner(
      Cell first, Preparation preparation, int workers, Checkpoints checkpoints) {
    var engine = Engines.named(first.engine().board());
    return new CellRunner(
        preparation,
        Machine.environment(engine, Cells.device(first), workers),
        timeout,
        true,
        checkpoints);
  }

  /** Finds what would fail every cell before the first is trained. */
  private static void check(List<Cell> cells, Preparation preparation, boolean isHere)
      throws IOException {
    for (var engine : cells.stream().map(Cell::engine).distinct().toList()) {
      if (engine.trainer() != null) {
        TrainerCommand.of(engine.trainer()).require(engine.trainer().sha256());
      } else if (isHere) {
        Engines.named(engine.name()).require(Device.named(engine.device()), engine.precision());
      }
    }
    for (var cell : cells) {
      var data = preparation.of(cell);
      CellRunner.network(cell, data);
      Augmentation.named(cell.training().augmentation()).require(data.dataset().trainImages());
      int examples = data.split().train().length;
      if (cell.training().batchSize() > examples) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "batch_size %d is more than the %d training examples of %s",
                cell.training().batchSize(),
                examples,
                cell.dataset().label()));
      }
    }
  }
}
