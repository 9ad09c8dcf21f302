package org.noisemark.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.noisemark.datasets.DataHome;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.verify.Finding;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.harness.Harness;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.plan.Plan;
import org.noisemark.suite.training.Failures;
import org.noisemark.suite.training.Preparation;
import org.noisemark.suite.training.PreparedData;

/**
 * Where a study is run: a folder that keeps what is trained and computed, so that a study goes on
 * where it was stopped.
 *
 * <pre>
 *   DIR/runs/             what 'noisemark run' leaves: cells and reports
 *   DIR/computed/KEY.json what a computation measured
 * </pre>
 */
public final class Lab {
  /** A computation's file. */
  private record Computed(String study, String form, List<Measurement> measurements) {}

  private final Path folder;
  private final DataHome home;
  private final Optional<String> engine;
  private final Optional<Device> device;
  private final int workers;
  private final Preparation preparation;

  /**
   * @param folder of one study in one form
   * @param engine in place of the suites'
   * @param device in place of the suites'
   * @param workers cells and computations side by side, at least 1
   */
  public Lab(
      Path folder, DataHome home, Optional<String> engine, Optional<Device> device, int workers) {
    this.folder = folder;
    this.home = home;
    this.engine = engine;
    this.device = device;
    this.workers = workers;
    this.preparation = new Preparation(Preparation.Source.of(home));
  }

  /** Returns one to read what is there. */
  static Lab toRead(Path folder) {
    return new Lab(folder, DataHome.byDefault(), Optional.empty(), Optional.empty(), 1);
  }

  /** Returns where its runs are. */
  Path runs() {
    return folder.resolve("runs");
  }

  /** Returns the cells of a suite. */
  List<Cell> cells(Suite suite) {
    return Plan.of(
            suite,
            engine.orElse(suite.engine()),
            device.orElse(suite.device()),
            OptionalInt.empty())
        .cells();
  }

  /**
   * Checks that the engine can use the device, before anything is done.
   *
   * @throws IllegalArgumentException if it cannot
   */
  void requireDevice(Form form) {
    var chosen = Engines.named(engine.orElse(form == Form.GPU ? Scaled.GPU_ENGINE : "dl4j"));
    var where = device.orElse(form == Form.GPU ? Device.CUDA : Device.CPU);
    chosen.require(where, chosen.precisions(where).get(0));
  }

  /** Returns the plan of all suites together; the first gives it its name. */
  Plan plan(List<Suite> suites) {
    return new Plan(
        suites.get(0), suites.stream().flatMap(suite -> cells(suite).stream()).toList());
  }

  /** Returns what a cell trains on. */
  PreparedData data(Cell cell) throws IOException {
    return preparation.of(cell);
  }

  /**
   * Trains what is missing and writes the reports of the runs.
   *
   * @throws InterruptedException if it was stopped
   */
  List<Run> train(List<Suite> suites, Progress progress) throws IOException, InterruptedException {
    var plan = plan(suites);
    var runFolder = RunFolder.open(runs());
    var harness = new Harness(home);
    if (harness.run(plan, runFolder, workers, progress).interrupted()) {
      throw new InterruptedException("stopped");
    }
    var records = new ArrayList<RunRecord>();
    for (var cell : plan.cells()) {
      runFolder.find(cell.runId()).ifPresent(records::add);
    }
    Reports.of(runFolder.records()).write(runs());
    return Run.of(records);
  }

  /**
   * Does what was not done before, side by side, and returns all that was measured.
   *
   * @throws InterruptedException if it was stopped
   */
  List<Measurement> compute(Study study, Form form) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      var waiting = new ArrayList<Future<List<Measurement>>>();
      for (var each : study.computations(form, this)) {
        waiting.add(threads.submit(() -> once(study, form, each)));
      }
      var all = new ArrayList<Measurement>();
      for (var each : waiting) {
        all.addAll(each.get());
      }
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw Failures.ofWorker(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Measurement> once(Study study, Form form, Computation computation)
      throws IOException, InterruptedException {
    Path file = file(computation);
    if (Files.isRegularFile(file)) {
      return read(file);
    }
    List<Measurement> measured = computation.work().measure();
    AtomicFile.write(file, Json.pretty(new Computed(study.name(), form.label(), measured)));
    return measured;
  }

  private Path file(Computation computation) {
    return folder.resolve("computed").resolve(computation.key() + ".json");
  }

  /** Returns what was computed before; what was not is a finding. */
  List<Measurement> computed(Study study, Form form, List<Finding> findings) {
    var all = new ArrayList<Measurement>();
    for (var each : study.computations(form, this)) {
      try {
        all.addAll(read(file(each)));
      } catch (IOException e) {
        findings.add(
            Finding.ofAll(
                Finding.Severity.ERROR,
                "computed/" + each.key() + ".json cannot be read: " + e.getMessage()));
      }
    }
    return all;
  }

  private static List<Measurement> read(Path file) throws IOException {
    try {
      return Json.read(Files.readAllBytes(file), Computed.class).measurements();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage() + "; remove it to compute it anew", e);
    }
  }
}
