package org.noisemark.suite.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.machine.Machine;
import org.noisemark.machine.Memory;
import org.noisemark.noise.NoisyLabels;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.checkpoint.Checkpoint;
import org.noisemark.suite.checkpoint.Position;
import org.noisemark.suite.external.Reply;
import org.noisemark.suite.meters.Energy;
import org.noisemark.suite.meters.Meters;
import org.noisemark.suite.meters.StepTimes;
import org.noisemark.suite.meters.Stopwatch.Activity;
import org.noisemark.suite.plan.Cells;

/**
 * What is known of a run so far, so that a run that fails leaves a record, too. Not thread-safe.
 */
final class RunLog {
  private final Cell cell;
  private RunRecord.Environment environment;
  private final Energy energy;
  private Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private Double cpuJoulesBefore = 0.0;
  private Double gpuJoulesBefore = 0.0;
  private int resumed;
  private final Meters meters = new Meters();
  private final List<RunRecord.Epoch> curve = new ArrayList<>();
  private RunRecord.Labels labels;
  private RunRecord.Test test;
  private long peakLiveHeap;
  private Long peakDeviceMemoryBytes;
  private String initialParameters;
  private String finalParameters;
  private final SortedMap<Integer, float[]> kept = new TreeMap<>();
  private RunRecord.External external;
  private float[] logits;
  private OptionalLong externalPeakMemory = OptionalLong.empty();

  RunLog(Cell cell, RunRecord.Environment environment, boolean isAlone) {
    this.cell = cell;
    this.environment = environment;
    this.energy = isAlone ? Energy.start(Cells.device(cell), environment.workers()) : Energy.none();
  }

  Meters meters() {
    return meters;
  }

  /** Goes on with what another process took down of the same training. */
  void restore(Checkpoint checkpoint) {
    var state = checkpoint.state();
    startedAt = state.startedAt();
    resumed = state.resumed() + 1;
    curve.addAll(state.curve());
    kept.putAll(checkpoint.kept());
    meters.restore(state.spent(), checkpoint.stepSeconds());
    cpuJoulesBefore = state.spent().cpuJoules();
    gpuJoulesBefore = state.spent().gpuJoules();
  }

  /** Returns what is taken down so far, beside the state of the training. */
  Checkpoint checkpoint(Position position, CellTraining training, double[] statistics) {
    meters.watch().enter(Activity.OTHER);
    var used = energy.read();
    var snapshot = training.state().snapshot();
    var base64 = Base64.getEncoder();
    return new Checkpoint(
        new Checkpoint.State(
            cell.runId(),
            environment,
            Machine.program(),
            startedAt,
            resumed,
            position,
            snapshot.step(),
            Arrays.stream(snapshot.variables()).boxed().toList(),
            base64.encodeToString(snapshot.random()),
            base64.encodeToString(training.further().random()),
            training.further().drawn(),
            List.copyOf(curve),
            meters.spent(
                sum(used.cpuJoules(), cpuJoulesBefore), sum(used.gpuJoules(), gpuJoulesBefore))),
        snapshot.vectors(),
        statistics,
        meters.steps().all(),
        new TreeMap<>(kept));
  }

  private static Double sum(Double now, Double before) {
    return now == null || before == null ? null : (Double) (now + before);
  }

  void labels(NoisyLabels drawn) {
    var transitions =
        Arrays.stream(drawn.transitions()).map(row -> Arrays.stream(row).boxed().toList());
    labels = new RunRecord.Labels(drawn.effectiveRate(), transitions.toList(), drawn.sha256());
  }

  void initialParameters(double[] canonical) {
    initialParameters = ParameterHash.of(canonical);
  }

  /** Adds an evaluated epoch to the curve and returns it. */
  RunRecord.Epoch epoch(
      int epoch, double learningRate, double trainLoss, EpochEvaluation.Scores scores) {
    energy.read();
    peakLiveHeap = Math.max(peakLiveHeap, Memory.liveHeapBytes().orElse(0));
    curve.add(
        new RunRecord.Epoch(
            epoch,
            learningRate,
            trainLoss,
            scores.validation(),
            scores.test(),
            scores.cleanSubset(),
            scores.flippedNoisy(),
            scores.flippedTrue(),
            meters.passes().gradientEvaluations(),
            meters.watch().seconds(Activity.TRAIN),
            scores.flippedAuroc()));
    test = scores.more();
    return curve.get(curve.size() - 1);
  }

  /**
   * Takes down what the model held at most. Models side by side share what the device tells, so it
   * can be put down to a run only where it runs alone.
   */
  void peakDeviceMemory(OptionalLong bytes) {
    peakDeviceMemoryBytes = environment.workers() == 1 ? boxed(bytes) : null;
  }

  /**
   * Takes down what a program that trains says of itself, in place of the engine of this process.
   *
   * @param files of its command: the SHA-256 of each by name
   */
  void external(Reply.Ready ready, SortedMap<String, String> files) {
    external = new RunRecord.External(ready.program(), ready.version(), null);
    var versions = new TreeMap<String, String>();
    environment
        .plugins()
        .forEach((file, sha) -> versions.put(RunRecord.Environment.plugin(file), sha));
    versions.putAll(ready.versions());
    versions.putAll(files);
    versions.put(ready.program(), ready.version());
    environment = environment.with(versions);
  }

  /** Takes down the logits after an epoch, the last ones of which are kept. */
  void logits(float[] both) {
    logits = both;
  }

  /** Takes down what a program that trains has held, in place of this process. */
  void externalPeakMemory(OptionalLong bytes) {
    externalPeakMemory = bytes;
  }

  /** Keeps the parameters after an epoch. */
  void keep(int epoch, double[] canonical) {
    kept.put(epoch, ParameterHash.floats(canonical));
  }

  /** Ends the run, see {@link #record}. */
  TrainedCell trained(RunRecord.Status status, String detail) {
    var record = record(status, detail);
    boolean ok = status == RunRecord.Status.OK;
    return new TrainedCell(
        record, ok ? kept : new TreeMap<>(), Optional.ofNullable(ok ? logits : null));
  }

  void finalParameters(double[] canonical) {
    finalParameters = ParameterHash.of(canonical);
  }

  /**
   * Ends the run.
   *
   * @param detail one line, empty where the status is ok
   */
  private RunRecord record(RunRecord.Status status, String detail) {
    meters.watch().enter(Activity.OTHER);
    boolean ok = status == RunRecord.Status.OK;
    return new RunRecord(
        RunRecord.FORMAT,
        cell.runId(),
        cell,
        status,
        detail,
        labels,
        List.copyOf(curve),
        ok ? Accuracies.of(curve) : null,
        ok ? test : null,
        cost(),
        initialParameters,
        ok ? finalParameters : null,
        environment,
        Machine.program(),
        Machine.notes(),
        startedAt,
        ok && !kept.isEmpty() ? digests() : null,
        resumed == 0 ? null : resumed,
        external(ok));
  }

  private RunRecord.External external(boolean ok) {
    return external == null || !ok
        ? external
        : new RunRecord.External(
            external.program(), external.version(), KeptParameters.sha256(logits));
  }

  private SortedMap<Integer, String> digests() {
    var digests = new TreeMap<Integer, String>();
    kept.forEach((epoch, parameters) -> digests.put(epoch, KeptParameters.sha256(parameters)));
    return digests;
  }

  private RunRecord.Cost cost() {
    var watch = meters.watch();
    var steps = meters.steps();
    var passes = meters.passes();
    var used = energy.read();
    boolean isExternal = Cells.isExternal(cell);
    return new RunRecord.Cost(
        passes.gradientEvaluations(),
        passes.forwardPasses(),
        passes.samples(),
        passes.flops(),
        watch.seconds(Activity.TRAIN),
        watch.seconds(Activity.EVAL),
        watch.seconds(Activity.DATA),
        watch.seconds(Activity.OTHER),
        watch.total(),
        steps.quantile(0.5),
        steps.quantile(0.95),
        StepTimes.WARMUP,
        boxed(isExternal ? externalPeakMemory : Memory.peakResidentBytes()),
        isExternal ? null : boxed(Memory.peakHeapBytes()),
        isExternal || peakLiveHeap == 0 ? null : peakLiveHeap,
        isExternal ? null : boxed(Memory.peakOffHeapBytes()),
        peakDeviceMemoryBytes,
        sum(used.cpuJoules(), cpuJoulesBefore),
        sum(used.gpuJoules(), gpuJoulesBefore),
        used.method(),
        used.scope());
  }

  private static Long boxed(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() : null;
  }
}
