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
import java.util.concurrent.atomic.AtomicInteger;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;

/** Threads that each take the next cell, train it and write its record, until none is left. */
final class Workers {
  /** How long a signal waits for the workers: a step of the slowest network, and some. */
  private static final int GRACE_SECONDS = 3;

  private final Queue<Cell> queue;
  private final int asked;
  private final RunFolder folder;
  private final Progress progress;
  private final AtomicInteger trained = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  Workers(List<Cell> cells, RunFolder folder, Progress progress) {
    this.queue = new ConcurrentLinkedQueue<>(cells);
    this.asked = cells.size();
    this.folder = folder;
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
      threads.shutdownNow();
      remove(onSignal);
    }
  }

  private Void workOff(CellRunner runner) throws IOException, InterruptedException {
    for (var cell = queue.poll(); cell != null; cell = queue.poll()) {
      progress.started(cell);
      var running = cell;
      RunRecord record = runner.run(cell, epoch -> progress.epoch(running, epoch));
      write(record);
      trained.incrementAndGet();
      if (record.status() != Status.OK) {
        failed.incrementAndGet();
      }
      progress.finished(cell, record);
    }
    return null;
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
    threads.shutdownNow();
    try {
      threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.stopped(
        "stopped: "
            + trained.get()
            + " of "
            + asked
            + " cells were trained and are kept; the same command trains the rest");
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
