package org.noisemark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.harness.CellQueue;

/** Tells a run's progress what Spark tells of its executors. */
final class Watch extends SparkListener {
  private final int workers;
  private final Map<String, String> executors = new ConcurrentHashMap<>();
  private final Map<Integer, String> batches = new HashMap<>();
  private final Map<Long, Cell> running = new HashMap<>();
  private CellQueue queue;
  private CellJobs jobs;

  /**
   * @param workers cells side by side in one executor
   */
  Watch(int workers) {
    this.workers = workers;
  }

  /** Returns how many cells are trained side by side by now. */
  int slots() {
    return executors.size() * workers;
  }

  /** Begins to tell; before, nobody listens. */
  synchronized void tell(CellQueue whom, CellJobs of) {
    queue = whom;
    jobs = of;
  }

  /** Tells no more: what ends from now on ends by intent. */
  synchronized void silence() {
    queue = null;
  }

  @Override
  public synchronized void onExecutorAdded(SparkListenerExecutorAdded event) {
    String host = event.executorInfo().executorHost();
    executors.put(event.executorId(), "executor " + event.executorId() + " on " + host);
    if (queue != null) {
      queue.sideBySide(slots());
    }
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    String name = executors.remove(event.executorId());
    if (queue != null && name != null) {
      queue.note(
          name
              + " was lost ("
              + event.reason().strip().lines().findFirst().orElse("")
              + "): its cells are trained elsewhere");
      queue.sideBySide(Math.max(1, slots()));
    }
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    String batch = event.properties().getProperty(CellJobs.BATCH);
    if (batch != null) {
      batches.put(event.stageInfo().stageId(), batch);
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    batches.remove(event.stageInfo().stageId());
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart event) {
    String batch = batches.get(event.stageId());
    if (queue == null || batch == null) {
      return;
    }
    var task = event.taskInfo();
    jobs.cell(batch, task.index())
        .ifPresent(
            cell -> {
              running.put(task.taskId(), cell);
              queue.started(cell, executors.getOrDefault(task.executorId(), ""));
            });
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    running.remove(event.taskInfo().taskId());
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
    for (var task : asJava(event.accumUpdates())) {
      var cell = running.get((Long) task._1());
      for (var accumulator : asJava(task._4())) {
        if (cell != null
            && queue != null
            && accumulator.name().contains(SparkExecutor.EPOCHS)
            && accumulator.update().isDefined()
            && accumulator.update().get() instanceof List<?> last
            && !last.isEmpty()) {
          var json = last.get(last.size() - 1).toString().getBytes(UTF_8);
          queue.epoch(cell, Json.read(json, RunRecord.Epoch.class));
        }
      }
    }
  }
}
