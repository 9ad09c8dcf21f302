package org.noisemark.suite.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.noisemark.datasets.DataHome;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.machine.Machine;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.checkpoint.Checkpoints;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Preparation;

/**
 * A run trained again from its record alone, and what came of it.
 *
 * @param testExamples of the data set
 */
public record Reproduction(RunRecord recorded, RunRecord again, int testExamples) {
  /**
   * How far the mean loss of the first epoch may be off, relatively, where rounding differs: more
   * means other labels, batches or settings.
   */
  public static final double LOSS_TOLERANCE = 0.01;

  /** What the comparison comes to. */
  public enum Verdict {
    /** Hashes, curve and accuracies are the same, bit for bit. */
    IDENTICAL,
    /**
     * The machine or the software is another one, whose rounding is; the run began alike, and ended
     * with an accuracy that cannot be told from the recorded one.
     */
    WITHIN_TOLERANCE,
    DIFFERENT
  }

  /**
   * Trains a run again; one of a program of the user's by the command that the record names, unless
   * an engine is given.
   *
   * @param engine in place of the record's
   * @param device in place of the record's
   * @param listener is told of each epoch
   * @throws IllegalArgumentException if this program does not know a setting of the record, a
   *     plug-in of it is not in use, or the engine cannot use the device
   * @throws IOException if the data set cannot be loaded
   * @throws InterruptedException if the thread was interrupted
   */
  public static Reproduction train(
      RunRecord record,
      DataHome home,
      Optional<String> engine,
      Optional<Device> device,
      Consumer<RunRecord.Epoch> listener)
      throws IOException, InterruptedException {
    RecordedPlugins.missing(record)
        .or(() -> RecordedPlugins.changed(record))
        .ifPresent(
            line -> {
              throw new IllegalArgumentException("run " + record.runId() + ": " + line);
            });
    var cell = Cells.checked(record.cell());
    var where = where(cell, engine, device.orElse(Cells.device(cell)));
    var used = Engines.named(where.engine().board());
    if (!Cells.isExternal(where)) {
      used.require(Cells.device(where), where.engine().precision());
    }
    var preparation = new Preparation(Preparation.Source.of(home));
    int testExamples = preparation.of(where).dataset().testLabels().length;
    var runner =
        new CellRunner(
            preparation,
            Machine.environment(used, Cells.device(where), 1),
            Duration.ZERO,
            true,
            Checkpoints.none());
    return new Reproduction(record, runner.run(where, listener).record(), testExamples);
  }

  private static Cell where(Cell cell, Optional<String> engine, Device device) {
    if (engine.isEmpty() && Cells.isExternal(cell)) {
      var own = cell.engine();
      return cell.on(new Cell.Engine(own.name(), device.label(), own.precision(), own.trainer()));
    }
    return Cells.on(cell, engine.orElse(cell.engine().name()), device);
  }

  /** Returns all that a run is known by, its curve left out. */
  public List<Compared> results() {
    return List.of(
        new Compared("status", recorded.status(), again.status()),
        new Compared("labels_sha256", labels(recorded), labels(again)),
        new Compared(
            "initial_parameters_sha256",
            recorded.initialParametersSha256(),
            again.initialParametersSha256()),
        new Compared(
            "final_parameters_sha256",
            recorded.finalParametersSha256(),
            again.finalParametersSha256()),
        new Compared("test_accuracy_final_ratio", last(recorded), last(again)));
  }

  /** Returns every figure of the curve, epoch by epoch, times left out. */
  public List<Compared> curve() {
    var compared = new ArrayList<Compared>();
    int epochs = Math.max(recorded.curve().size(), again.curve().size());
    for (int i = 0; i < epochs; i++) {
      SortedMap<String, Object> one = figures(recorded.curve(), i);
      SortedMap<String, Object> two = figures(again.curve(), i);
      var names = new TreeSet<>(one.keySet());
      names.addAll(two.keySet());
      for (var name : names) {
        compared.add(new Compared("curve[" + i + "]." + name, one.get(name), two.get(name)));
      }
    }
    return compared;
  }

  /** Returns the circumstances that are not the recorded ones. */
  public List<Compared> environment() {
    return Circumstances.compared(recorded, again).stream().filter(c -> !c.same()).toList();
  }

  /**
   * Returns by how much two test accuracies may differ and not be told apart: three standard errors
   * of the difference of two shares of as many examples.
   */
  public double accuracyTolerance() {
    double p = (last(recorded) + last(again)) / 2;
    return 3 * Math.sqrt(2 * p * (1 - p) / testExamples);
  }

  public Verdict verdict() {
    if (results().stream().allMatch(Compared::same) && curve().stream().allMatch(Compared::same)) {
      return Verdict.IDENTICAL;
    }
    boolean beganAlike = results().subList(0, 3).stream().allMatch(Compared::same);
    boolean elsewhere = environment().stream().anyMatch(Circumstances::mayRoundOtherwise);
    if (!beganAlike || !elsewhere || recorded.status() != Status.OK) {
      return Verdict.DIFFERENT;
    }
    double loss = recorded.curve().get(0).trainLoss();
    boolean near =
        Math.abs(again.curve().get(0).trainLoss() - loss) <= LOSS_TOLERANCE * loss
            && Math.abs(last(again) - last(recorded)) <= accuracyTolerance();
    return near ? Verdict.WITHIN_TOLERANCE : Verdict.DIFFERENT;
  }

  private static String labels(RunRecord record) {
    return record.labels() == null ? null : record.labels().sha256();
  }

  private static Double last(RunRecord record) {
    return record.accuracy() == null ? null : record.accuracy().last();
  }

  private static SortedMap<String, Object> figures(List<RunRecord.Epoch> curve, int epoch) {
    var figures =
        epoch < curve.size() ? Json.fields(curve.get(epoch)) : new TreeMap<String, Object>();
    figures.keySet().removeIf(name -> name.equals("epoch") || name.endsWith("_seconds"));
    return figures;
  }
}
