package org.noisemark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.noisemark.gpu.Gpus;
import org.noisemark.gpu.ThreadGpu;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.training.TrainedCell;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Trains the one cell of a partition, on an executor. */
final class CellTask extends AbstractFunction1<Iterator<String>, CellResult>
    implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Path NOWHERE = Path.of("");

  private final TaskSettings settings;
  private final CollectionAccumulator<String> epochs;

  /**
   * @param epochs takes the last epoch's JSON to the driver, with the executor's heartbeats
   */
  CellTask(TaskSettings settings, CollectionAccumulator<String> epochs) {
    this.settings = settings;
    this.epochs = epochs;
  }

  @Override
  public CellResult apply(Iterator<String> partition) {
    var cell = Json.read(partition.next().getBytes(UTF_8), Cell.class);
    try {
      return run(cell, ExecutorSide.of(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) { // the driver stops, or another attempt was faster
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private CellResult run(Cell cell, ExecutorSide side) throws IOException, InterruptedException {
    var found = found(cell, side);
    if (found.isPresent()) {
      return found.get();
    }
    var result = trained(cell, side);
    epochs.reset();
    byte[] json = Json.pretty(result.record());
    if (!side.seesRecords()) {
      return new CellResult(json, new TreeMap<>(result.parameters()), false, false);
    }
    var faster = found(cell, side); // a duplicate of this task; one record counts
    if (faster.isPresent()) {
      return faster.get();
    }
    for (var kept : result.parameters().entrySet()) {
      side.records().write(file(cell, kept.getKey()), KeptParameters.bytes(kept.getValue()));
    }
    side.records().write(file(cell), json);
    return new CellResult(
        json,
        settings.areRecordsHere() ? new TreeMap<>() : new TreeMap<>(result.parameters()),
        false,
        true);
  }

  private TrainedCell trained(Cell cell, ExecutorSide side) throws InterruptedException {
    var runner = side.runner(cell);
    int attempt = TaskContext.get().attemptNumber();
    if (attempt >= settings.attempts()) {
      return runner.failed(
          cell,
          "lost "
              + attempt
              + " times with the process that trained it, as where memory runs out or a library"
              + " crashes");
    }
    var gpu = TaskContext.get().resourcesJMap().get("gpu");
    try {
      ThreadGpu.choose(gpu == null ? 0 : Gpus.ofThisMachine().ordinal(gpu.addresses()[0]));
    } catch (IllegalArgumentException e) {
      return runner.failed(cell, e.getMessage());
    }
    return runner.run(cell, this::tell);
  }

  private void tell(RunRecord.Epoch epoch) {
    epochs.reset();
    epochs.add(Json.canonical(epoch));
  }

  /** Returns the record that is there already, whole and with the parameters that it names. */
  private Optional<CellResult> found(Cell cell, ExecutorSide side) throws IOException {
    if (!side.seesRecords()) {
      return Optional.empty();
    }
    var bytes = side.records().read(file(cell));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    var parameters = new TreeMap<Integer, float[]>();
    try {
      var record = RunJson.read(bytes.get());
      if (!record.runId().equals(cell.runId())
          || settings.retryFailed() && record.status() != RunRecord.Status.OK) {
        return Optional.empty();
      }
      if (record.keptParametersSha256() != null && !settings.areRecordsHere()) {
        for (int epoch : record.keptParametersSha256().keySet()) {
          var kept = side.records().read(file(cell, epoch));
          if (kept.isEmpty()) {
            return Optional.empty();
          }
          parameters.put(epoch, KeptParameters.parse(kept.get()));
        }
      }
    } catch (IllegalArgumentException e) { // damaged: trained again, and replaced
      return Optional.empty();
    }
    return Optional.of(new CellResult(bytes.get(), parameters, true, true));
  }

  private static String file(Cell cell) {
    return RunRecords.file(NOWHERE, cell.runId()).getFileName().toString();
  }

  private static String file(Cell cell, int epoch) {
    return KeptParameters.file(NOWHERE, cell.runId(), epoch).getFileName().toString();
  }
}
