package org.noisemark.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.noisemark.datasets.DataHome;
import org.noisemark.engine.Engines;
import org.noisemark.machine.Machine;
import org.noisemark.plugin.Plugins;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.checkpoint.Checkpoints;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Preparation;

/**
 * What the tasks of a process share: data sets, noisy labels, where records go. Made by the first
 * of them; a process serves one driver.
 */
final class ExecutorSide {
  private static final Map<TaskSettings, ExecutorSide> SIDES = new HashMap<>();

  private final TaskSettings settings;
  private final Preparation preparation =
      new Preparation(Preparation.Source.of(DataHome.byDefault()));
  private final Map<Cell.Engine, RunRecord.Environment> environments = new HashMap<>();
  private final RecordStore records;
  private final boolean seesRecords;

  private ExecutorSide(TaskSettings settings) throws IOException {
    this.settings = settings;
    var configuration = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    records = RecordStore.of(settings.records(), configuration);
    seesRecords = records.has(settings.marker());
    if (!seesRecords && settings.areRecordsRequired()) {
      throw new IOException(
          "an executor does not see " + settings.records() + ", which --records names");
    }
  }

  static ExecutorSide of(TaskSettings settings) throws IOException {
    synchronized (SIDES) {
      var side = SIDES.get(settings);
      if (side == null) {
        if (!isDriver()) {
          Locale.setDefault(Locale.ROOT);
          Plugins.use(settings.plugins().stream().map(SparkFiles::get).map(Path::of).toList());
        }
        side = new ExecutorSide(settings);
        SIDES.put(settings, side);
      }
      return side;
    }
  }

  /** Whether this process is the driver, too, and the only one that trains. */
  private static boolean isDriver() {
    return SparkEnv.get().executorId().equals("driver");
  }

  boolean seesRecords() {
    return seesRecords;
  }

  RecordStore records() {
    return records;
  }

  CellRunner runner(Cell cell) {
    RunRecord.Environment environment;
    synchronized (environments) {
      environment =
          environments.computeIfAbsent(
              cell.engine(),
              engine ->
                  Machine.environment(
                      Engines.named(engine.name()), Cells.device(cell), settings.workers()));
    }
    return new CellRunner(
        preparation,
        environment,
        Duration.ofMillis(settings.timeoutMillis()),
        isDriver(),
        Checkpoints.none());
  }
}
