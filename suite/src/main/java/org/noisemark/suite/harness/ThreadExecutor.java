package org.noisemark.suite.harness;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.noisemark.gpu.ThreadGpu;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Failures;

/**
 * Threads of this process that each take the next cell, until none is left.
 *
 * @param workers at least 1
 * @param gpus over which they are spread, evenly; at least 1
 */
public record ThreadExecutor(int workers, int gpus) implements CellExecutor {
  /** How long a signal waits for the workers: a step of the slowest network, and some. */
  private static final int GRACE_SECONDS = 3;

  public ThreadExecutor {
    if (workers < 1) {
      throw new IllegalArgumentException("expected at least 1 worker, got " + workers);
    }
    if (gpus < 1) {
      throw new IllegalArgumentException("expected at least 1 GPU, got " + gpus);
    }
  }

  @Override
  public boolean execute(CellQueue queue, CellRunner runner) throws IOException {
    var threads = Executors.newFixedThreadPool(workers);
    var onSignal = new Thread(() -> stop(queue, threads));
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      var completion = new ExecutorCompletionService<Void>(threads);
      int started = Math.min(workers, queue.asked());
      for (int i = 0; i < started; i++) {
        int gpu = i % gpus;
        completion.submit(() -> workOff(queue, runner, gpu));
      }
      for (int i = 0; i < started; i++) {
        completion.take().get();
      }
      return false;
    } catch (InterruptedException e) {
      stop(queue, threads);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        return true; // a signal: the hook below has stopped the workers, and says so
      }
      throw Failures.ofWorker(e.getCause());
    } finally {
      end(threads);
      remove(onSignal);
    }
  }

  private static Void workOff(CellQueue queue, CellRunner runner, int gpu)
      throws IOException, InterruptedException {
    ThreadGpu.choose(gpu);
    for (Optional<Cell> next = queue.take(); next.isPresent(); next = queue.take()) {
      var cell = next.get();
      queue.started(cell, "");
      try {
        queue.done(cell, runner.run(cell, epoch -> queue.epoch(cell, epoch)));
      } finally {
        queue.release(cell);
      }
    }
    return null;
  }

  /** Lets the workers end what cannot be broken off, a step or the writing of a record. */
  private static void stop(CellQueue queue, ExecutorService threads) {
    queue.close();
    end(threads);
    queue.stopped();
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is going down, and the hook is at work.
    }
  }
}
