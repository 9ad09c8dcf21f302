package org.noisemark.suite.harness;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.checkpoint.Checkpoints;
import org.noisemark.suite.training.TrainedCell;

/**
 * The cells of a run in a folder: each is given to one who trains it, of all the processes that
 * work in the folder, and its record is written when it comes back. Thread-safe.
 */
public final class CellQueue {
  private static final int POLL_MILLISECONDS = 500;

  private final Queue<Cell> queue;
  private final Queue<Cell> elsewhere = new ConcurrentLinkedQueue<>();
  private final Map<Cell, Claim> claims = new ConcurrentHashMap<>();
  private final int asked;
  private final RunFolder folder;
  private final Predicate<Cell> isMissing;
  private final Progress progress;
  private final AtomicInteger trained = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param isMissing whether a cell has no record that is to be kept, asked when it is its turn
   */
  CellQueue(List<Cell> cells, RunFolder folder, Predicate<Cell> isMissing, Progress progress) {
    this.queue = new ConcurrentLinkedQueue<>(cells);
    this.asked = cells.size();
    this.folder = folder;
    this.isMissing = isMissing;
    this.progress = progress;
  }

  /** Returns how many cells the run began with. */
  public int asked() {
    return asked;
  }

  int trained() {
    return trained.get();
  }

  int failed() {
    return failed.get();
  }

  /**
   * Returns the next cell to train, which comes back by {@link #done} or {@link #release}. Waits
   * while other processes train the last ones; empty when all have a record.
   *
   * @throws IOException if the folder cannot be written to
   * @throws InterruptedException if the thread was interrupted
   */
  public Optional<Cell> take() throws IOException, InterruptedException {
    for (var cell = queue.poll(); cell != null; cell = queue.poll()) {
      if (claim(cell) == Claimed.OURS) {
        return Optional.of(cell);
      }
    }
    for (var cell = elsewhere.poll(); cell != null; cell = elsewhere.poll()) {
      switch (claim(cell)) {
        case OURS -> {
          return Optional.of(cell);
        }
        case ANOTHERS -> Thread.sleep(POLL_MILLISECONDS);
        case DONE -> {}
      }
    }
    return Optional.empty();
  }

  /**
   * Likewise several: as many as there are without waiting, at least one.
   *
   * @param most at least 1
   * @return empty when all have a record
   */
  public List<Cell> take(int most) throws IOException, InterruptedException {
    var taken = new ArrayList<Cell>();
    take().ifPresent(taken::add);
    while (!taken.isEmpty() && taken.size() < most && !queue.isEmpty()) {
      var cell = queue.poll();
      if (cell != null && claim(cell) == Claimed.OURS) {
        taken.add(cell);
      }
    }
    return taken;
  }

  private enum Claimed {
    OURS,
    ANOTHERS,
    DONE
  }

  private Claimed claim(Cell cell) throws IOException, InterruptedException {
    var claim = Claim.of(folder.directory(), cell.runId());
    if (claim.isEmpty()) {
      elsewhere.add(cell);
      if (told.compareAndSet(false, true)) {
        progress.note("another run is at work in this folder: what it trains is left to it");
      }
      return Claimed.ANOTHERS;
    }
    if (!isMissing.test(cell)) {
      claim.get().release();
      return Claimed.DONE;
    }
    claims.put(cell, claim.get());
    return Claimed.OURS;
  }

  /** Is told how many cells are trained side by side from now on. */
  public void sideBySide(int workers) {
    progress.sideBySide(workers);
  }

  /** Is told what happened to what trains. */
  public void note(String line) {
    progress.note(line);
  }

  /**
   * Is told that training of a cell that was taken begins.
   *
   * @param where a few words; empty if in this process
   */
  public void started(Cell cell, String where) {
    progress.started(cell, where);
  }

  /** Is told of an epoch of a cell that was taken. */
  public void epoch(Cell cell, RunRecord.Epoch epoch) {
    progress.epoch(cell, epoch);
  }

  /**
   * Writes the record of a cell that was taken, the parameters that it keeps before it.
   *
   * @throws IOException if it cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public void done(Cell cell, TrainedCell result) throws IOException, InterruptedException {
    write(result);
    settle(cell, result.record(), true);
  }

  /** Likewise of a cell that was not trained in this run: its record was found elsewhere. */
  public void found(Cell cell, TrainedCell result) throws IOException, InterruptedException {
    write(result);
    settle(cell, result.record(), false);
  }

  /**
   * Takes the record of a cell that another process has written into the folder.
   *
   * @param isNew whether it was trained in this run
   */
  public void written(Cell cell, RunRecord record, boolean isNew) throws IOException {
    folder.take(record);
    settle(cell, record, isNew);
  }

  private void write(TrainedCell result) throws IOException, InterruptedException {
    var record = result.record();
    try {
      for (var kept : result.parameters().entrySet()) {
        KeptParameters.write(folder.directory(), record.runId(), kept.getKey(), kept.getValue());
      }
      if (result.logits().isPresent()) {
        KeptParameters.write(
            KeptParameters.logits(folder.directory(), record.runId()), result.logits().get());
      }
      folder.write(record);
      Checkpoints.delete(folder.directory(), record.runId());
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("stopped");
    }
  }

  private void settle(Cell cell, RunRecord record, boolean isNew) throws IOException {
    if (isNew) {
      trained.incrementAndGet();
    }
    if (record.status() != Status.OK) {
      failed.incrementAndGet();
    }
    progress.finished(cell, record);
    release(cell);
  }

  /** Gives up a cell that was taken and is not done; nothing for one that is. */
  public void release(Cell cell) throws IOException {
    var claim = claims.remove(cell);
    if (claim != null) {
      claim.release();
    }
  }

  /** Gives no more cells from now on. */
  public void close() {
    queue.clear();
    elsewhere.clear();
  }

  /** Says what was done when the run is stopped. */
  public void stopped() {
    progress.stopped(
        "stopped: "
            + trained.get()
            + " of "
            + asked
            + " cells were trained and are kept; the same command trains the rest");
  }
}
