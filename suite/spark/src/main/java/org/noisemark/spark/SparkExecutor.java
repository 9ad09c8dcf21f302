package org.noisemark.spark;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkContext;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.cluster.Cluster;
import org.noisemark.suite.harness.CellQueue;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Failures;
import org.noisemark.suite.training.TrainedCell;

/** Trains cells on the executors of a Spark application. */
final class SparkExecutor implements Cluster.Executor {
  /** Name of the accumulator that brings epochs. */
  static final String EPOCHS = "epochs";

  /** How long executors may take to come before the run begins without knowing how many. */
  private static final int PATIENCE_SECONDS = 10;

  private static final int WAIT_SECONDS = 15;
  private static final int LEAST_ON_THEIR_WAY = 16;

  private final SparkContext context;
  private final TaskSettings settings;
  private final RecordStore store;
  private final Watch watch;
  private final boolean isLocal;
  private volatile boolean isStopped;
  private boolean toldOfFolder;

  /**
   * @param store the folder of the marker, which goes when this is closed
   * @param workers cells side by side in one executor
   */
  SparkExecutor(SparkContext context, TaskSettings settings, RecordStore store, int workers) {
    this.context = context;
    this.settings = settings;
    this.store = store;
    this.watch = new Watch(workers);
    this.isLocal = context.isLocal();
    context.addSparkListener(watch);
    awaitExecutors();
  }

  /** Spark tells of executors that came before one listened in no event. */
  private void awaitExecutors() {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    try {
      while (!isLocal && slots() == 0 && System.nanoTime() < end && !context.isStopped()) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int slots() {
    if (isLocal) {
      return settings.workers();
    }
    int known = context.getExecutorMemoryStatus().size() - 1; // one of them is the driver
    return Math.max(watch.slots(), known * settings.workers());
  }

  @Override
  public int workers() {
    return Math.max(1, slots());
  }

  @Override
  public boolean isHere() {
    return isLocal;
  }

  @Override
  public boolean execute(CellQueue queue, CellRunner runner) throws IOException {
    var task = new CellTask(settings, context.collectionAccumulator(EPOCHS));
    var jobs = new CellJobs(context, task);
    watch.tell(queue, jobs);
    var feeder = new Thread(() -> feed(queue, jobs), "noisemark-feeder");
    var onSignal = new Thread(() -> stop(queue, feeder));
    Runtime.getRuntime().addShutdownHook(onSignal);
    feeder.start();
    try {
      collect(queue, jobs);
      return false;
    } catch (InterruptedException | CancellationException e) {
      if (!isStopped) {
        stop(queue, feeder);
      }
      return true;
    } finally {
      watch.silence();
      queue.close();
      feeder.interrupt();
      remove(onSignal);
    }
  }

  private void feed(CellQueue queue, CellJobs jobs) {
    try {
      context.setInterruptOnCancel(true);
      for (var cells = queue.take(jobs.room(enough())); !cells.isEmpty(); ) {
        jobs.submit(cells);
        cells = queue.take(jobs.room(enough()));
      }
      jobs.end(null);
    } catch (Throwable e) { // the other thread throws it
      jobs.end(e);
    }
  }

  /** Twice what is trained side by side, so that an executor that ends a cell finds another. */
  private int enough() {
    return Math.max(LEAST_ON_THEIR_WAY, 2 * slots());
  }

  private void collect(CellQueue queue, CellJobs jobs) throws IOException, InterruptedException {
    boolean ended = false;
    while (!ended || !jobs.isIdle()) {
      var event = jobs.next(WAIT_SECONDS);
      if (event.isEmpty()) {
        if (slots() == 0) {
          queue.note("no executor yet: the cluster is busy, or cannot give what was asked for");
        }
      } else if (event.get() instanceof CellJobs.Done done) {
        take(done, queue);
        jobs.settled();
      } else if (event.get() instanceof CellJobs.Failed failed) {
        throw failure(failed.cause());
      } else if (event.get() instanceof CellJobs.Ended end) {
        if (end.cause() != null) {
          throw failure(end.cause());
        }
        ended = true;
      }
    }
  }

  private void take(CellJobs.Done done, CellQueue queue) throws IOException, InterruptedException {
    RunRecord record;
    try {
      record = RunJson.read(done.result().record());
    } catch (IllegalArgumentException e) {
      throw new IOException("the record of " + done.cell().label() + ": " + e.getMessage(), e);
    }
    if (!done.result().seen() && !toldOfFolder) {
      toldOfFolder = true;
      queue.note(
          "executors do not see the folder of --out: what they have trained is kept by this"
              + " process alone; --records names a folder for both");
    }
    var trained = new TrainedCell(record, done.result().parameters(), Optional.empty());
    if (done.result().seen() && settings.areRecordsHere()) {
      queue.written(done.cell(), record, !done.result().found());
    } else if (done.result().found()) {
      queue.found(done.cell(), trained);
    } else {
      queue.done(done.cell(), trained);
    }
  }

  private IOException failure(Throwable cause) throws InterruptedException {
    if (isStopped) {
      throw new CancellationException("stopped");
    }
    if (cause instanceof InterruptedException e) {
      throw e;
    }
    if (cause instanceof IOException || cause instanceof Error) {
      return Failures.ofWorker(cause);
    }
    return new IOException(
        String.format(
            Locale.ROOT,
            "Spark ended the run: %s; the same command trains what is left",
            String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("")),
        cause);
  }

  private void stop(CellQueue queue, Thread feeder) {
    isStopped = true;
    watch.silence();
    queue.close();
    feeder.interrupt();
    context.cancelAllJobs();
    queue.stopped();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is going down, and the hook is at work.
    }
  }

  @Override
  public void close() {
    watch.silence();
    try {
      store.delete(settings.marker());
    } catch (IOException e) {
      // An empty hidden file stays.
    }
    context.stop();
  }
}
