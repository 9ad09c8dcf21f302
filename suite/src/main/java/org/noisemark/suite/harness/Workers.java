package org.noisemark.suite.harness;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;

/** Threads that each take the next cell, train it and write its record, until none is left. */
final class Workers {
  /** How long a signal waits for the workers: a step of the slowest network, and some. */
  private static final int GRACE_SECONDS = 3;

  private static final int POLL_MILLISECONDS = 500;

  private final Queue<Cell> queue;
  private final Queue<Cell> elsewhere = new ConcurrentLinkedQueue<>();
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
  Workers(List<Cell> cells, RunFolder folder, Predicate<Cell> isMissing, Progress progress) {
    this.queue = new ConcurrentLinkedQueue<>(cells);
    this.asked = cells.size();
    this.folder = folder;
    this.isMissing = isMissing;
    this.progress = progress;
  }

  int trained() {
    return trained.get();
  }

  int failed() {
    return failed.get();
  }

  /**
   * Trains all cells.
   *
   * @return whether that was stopped by an interrupt of this thread
   * @throws IOException if a record cannot be written; the other workers are stopped then
   */
  boolean work(CellRunner runner, int workers) throws IOException {
    var threads = Executors.newFixedThreadPool(workers);
    var onSignal = new Thread(() -> stop(threads));
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      var completion = new ExecutorCompletionService<Void>(threads);
      int started = Math.min(workers, asked);
      for (int i = 0; i < started; i++) {
        completion.submit(() -> workOff(runner));
      }
      for (int i = 0; i < started; i++) {
        completion.take().get();
      }
      return false;
    } catch (InterruptedException e) {
      stop(threads);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        return true; // a signal: the hook below has stopped the workers, and says so
      }
      throw failure(e.getCause());
    } finally {
      end(threads);
      remove(onSignal);
    }
  }

  private Void workOff(CellRunner runner) throws IOException, InterruptedException {
    for (var cell = queue.poll(); cell != null; cell = queue.poll()) {
      if (!isDone(cell, runner)) {
        elsewhere.add(cell);
        if (told.compareAndSet(false, true)) {
          progress.shared("another run is at work in this folder: what it trains is left to it");
        }
      }
    }
    for (var cell = elsewhere.poll(); cell != null; cell = elsewhere.poll()) {
      if (!isDone(cell, runner)) {
        elsewhere.add(cell);
        Thread.sleep(POLL_MILLISECONDS);
      }
    }
    return null;
  }

  /** Trains a cell unless it has a record by now; not if another run is at it. */
  private boolean isDone(Cell cell, CellRunner runner) throws IOException, InterruptedException {
    var claim = Claim.of(folder.directory(), cell.runId());
    if (claim.isEmpty()) {
      return false;
    }
    try {
      if (isMissing.test(cell)) {
        train(cell, runner);
      }
    } finally {
      claim.get().release();
    }
    return true;
  }

  private void train(Cell cell, CellRunner runner) throws IOException, InterruptedException {
    progress.started(cell);
    RunRecord record = runner.run(cell, epoch -> progress.epoch(cell, epoch));
    write(record);
    trained.incrementAndGet();
    if (record.status() != Status.OK) {
      failed.incrementAndGet();
    }
    progress.finished(cell, record);
  }

  private void write(RunRecord record) throws IOException, InterruptedException {
    try {
      folder.write(record);
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("stopped");
    }
  }

  /** Lets the workers end what cannot be broken off, a step or the writing of a record. */
  private void stop(ExecutorService threads) {
    queue.clear();
    elsewhere.clear();
    end(threads);
    progress.stopped(
        "stopped: "
            + trained.get()
            + " of "
            + asked
            + " cells were trained and are kept; the same command trains the rest");
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof IOException e) {
      return e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    throw (RuntimeException) cause;
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is going down, and the hook is at work.
    }
  }
}
