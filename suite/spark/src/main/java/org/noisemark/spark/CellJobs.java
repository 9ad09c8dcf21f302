package org.noisemark.spark;

import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;
import scala.Function0;
import scala.Function1;
import scala.Function2;
import scala.concurrent.ExecutionContext;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Jobs of Spark, some cells each, of which several are on their way: a new one is submitted before
 * the last has ended, so that no executor waits for the slowest of a job. Thread-safe.
 */
final class CellJobs {
  /** A property of a job's stages. */
  static final String BATCH = "noisemark.batch";

  /** What comes back: a cell's result, or why there will be no more. */
  sealed interface Event {}

  record Done(Cell cell, CellResult result) implements Event {}

  record Failed(Throwable cause) implements Event {}

  /** Nothing more is submitted; the cause is null if all cells were taken. */
  record Ended(Throwable cause) implements Event {}

  private final JavaSparkContext context;
  private final CellTask task;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<String, List<Cell>> batches = new ConcurrentHashMap<>();
  private int submitted;
  private int onTheirWay;

  CellJobs(SparkContext context, CellTask task) {
    this.context = new JavaSparkContext(context);
    this.task = task;
  }

  /**
   * Returns how many more cells are to be submitted so that there is enough to do; waits until it
   * is half of that.
   *
   * @param enough at least 2
   */
  synchronized int room(int enough) throws InterruptedException {
    while (onTheirWay > enough / 2) {
      wait();
    }
    return enough - onTheirWay;
  }

  /** Submits cells as a job; to be called by one thread, whose jobs may be interrupted. */
  void submit(List<Cell> cells) {
    String batch;
    synchronized (this) {
      onTheirWay += cells.size();
      batch = Integer.toString(submitted++);
    }
    batches.put(batch, cells);
    context.setLocalProperty(BATCH, batch);
    var rdd = context.parallelize(cells.stream().map(Json::canonical).toList(), cells.size()).rdd();
    var partitions = IntStream.range(0, cells.size()).<Object>mapToObj(i -> i).toList();
    Function2<Object, CellResult, BoxedUnit> handler =
        (Function2<Object, CellResult, BoxedUnit> & Serializable)
            (partition, result) -> {
              events.add(new Done(cells.get((Integer) partition), result));
              return BoxedUnit.UNIT;
            };
    Function0<BoxedUnit> end = (Function0<BoxedUnit> & Serializable) () -> BoxedUnit.UNIT;
    Function1<Try<BoxedUnit>, Void> completed =
        outcome -> {
          batches.remove(batch);
          if (outcome.isFailure()) {
            events.add(new Failed(outcome.failed().get()));
          }
          return null;
        };
    context
        .sc()
        .submitJob(rdd, task, asScala(partitions).toSeq(), handler, end)
        .onComplete(completed, ExecutionContext.fromExecutor(Runnable::run));
  }

  /** Returns the cell of a partition of a job; empty if the job has ended. */
  Optional<Cell> cell(String batch, int partition) {
    return Optional.ofNullable(batches.get(batch)).map(cells -> cells.get(partition));
  }

  void end(Throwable cause) {
    events.add(new Ended(cause));
  }

  /** Returns what comes next; empty if nothing does for so long. */
  Optional<Event> next(long seconds) throws InterruptedException {
    return Optional.ofNullable(events.poll(seconds, TimeUnit.SECONDS));
  }

  /** Is told that a result has been dealt with. */
  synchronized void settled() {
    onTheirWay--;
    notifyAll();
  }

  synchronized boolean isIdle() {
    return onTheirWay == 0;
  }
}
