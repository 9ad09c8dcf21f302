package org.noisemark.reports.results;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Accuracy;
import org.noisemark.reports.records.RunRecord.Cost;
import org.noisemark.reports.records.RunRecord.Epoch;

/**
 * What is measured of a run: its name in files, its unit, which way is better, and where it stands
 * in a record. Each is a column of runs.csv, but for {@link #ENERGY}.
 */
public enum Metric {
  TEST_ACCURACY_FINAL(
      "test_accuracy_final_ratio",
      "ratio",
      "test accuracy after the last epoch: this one is ranked",
      run -> accuracy(run, Accuracy::last)),
  TEST_ACCURACY_SELECTED(
      "test_accuracy_selected_ratio",
      "ratio",
      "test accuracy at the epoch chosen on the noisy validation split",
      run -> accuracy(run, Accuracy::selected)),
  TEST_ACCURACY_BEST(
      "test_accuracy_best_ratio",
      "ratio",
      "best test accuracy over all epochs: an oracle, never ranked",
      run -> accuracy(run, Accuracy::best)),
  EFFECTIVE_RATE(
      "noise_effective_rate",
      "ratio",
      "share of training labels that differ from the clean ones",
      run -> run.labels() == null ? null : run.labels().effectiveRate()),
  CLEAN_SUBSET_ACCURACY(
      "clean_subset_accuracy_final_ratio",
      "ratio",
      "accuracy on training examples whose label was not flipped, after the last epoch",
      run -> last(run, Epoch::cleanSubsetAccuracy)),
  FLIPPED_NOISY_ACCURACY(
      "flipped_noisy_accuracy_final_ratio",
      "ratio",
      "memorisation: accuracy on flipped training examples against the wrong label, after the last"
          + " epoch",
      run -> last(run, Epoch::flippedNoisyAccuracy)),
  FLIPPED_TRUE_ACCURACY(
      "flipped_true_accuracy_final_ratio",
      "ratio",
      "correction: accuracy on flipped training examples against the true label, after the last"
          + " epoch",
      run -> last(run, Epoch::flippedTrueAccuracy)),
  GRADIENT_EVALUATIONS(
      "gradient_evaluations_total",
      "passes",
      "forward and backward passes over one mini-batch",
      run -> run.cost().gradientEvaluations()),
  FORWARD_PASSES(
      "forward_passes_total",
      "passes",
      "forward passes over one mini-batch, evaluation left out",
      run -> run.cost().forwardPasses()),
  SAMPLES(
      "samples_total",
      "samples",
      "training examples seen, counted once a step",
      run -> run.cost().samples()),
  FLOPS(
      "flops_total",
      "operations",
      "floating-point operations of training, analytic: 2 a multiply-add",
      run -> run.cost().flops()),
  TRAIN_TIME("train_time_seconds", "seconds", "time in training steps", cost(Cost::trainSeconds)),
  EVAL_TIME("eval_time_seconds", "seconds", "time in evaluation", cost(Cost::evalSeconds)),
  DATA_TIME("data_time_seconds", "seconds", "time in making batches", cost(Cost::dataSeconds)),
  OTHER_TIME("other_time_seconds", "seconds", "the rest of the time", cost(Cost::otherSeconds)),
  TOTAL_TIME(
      "total_time_seconds",
      "seconds",
      "time from start to end: train, eval, data and other add up to it",
      cost(Cost::totalSeconds)),
  STEP_TIME_MEDIAN(
      "step_time_median_seconds",
      "seconds",
      "median time of a training step, warm-up steps left out; on a GPU, which is waited for after"
          + " blocks of up to 32 steps, of the blocks' means",
      run -> run.cost().stepMedianSeconds()),
  STEP_TIME_P95(
      "step_time_p95_seconds",
      "seconds",
      "95th percentile of the time of a training step, likewise",
      run -> run.cost().stepP95Seconds()),
  WARMUP_STEPS(
      "warmup_steps_total",
      "steps",
      "first steps left out of the step times",
      run -> run.cost().warmupSteps()),
  PEAK_HOST_MEMORY(
      "peak_host_memory_bytes",
      "bytes",
      "peak resident set of the process, which may have run several cells",
      run -> run.cost().peakHostMemoryBytes()),
  ENERGY_CPU(
      "energy_cpu_joules",
      "joules",
      "energy of CPU and DRAM by the counter named in energy_method",
      run -> run.cost().energyCpuJoules()),
  ENERGY_GPU(
      "energy_gpu_joules",
      "joules",
      "energy of the GPU by the counter named in energy_method",
      run -> run.cost().energyGpuJoules()),
  CORE_HOURS(
      "core_hours",
      "hours",
      "total time times the threads of the run: OMP_NUM_THREADS where set, else cores / workers",
      Metric::coreHours),
  DEVICE_HOURS(
      "device_hours",
      "hours",
      "total time divided by the runs that shared the machine's CPU or its GPU (workers)",
      Metric::deviceHours),
  PEAK_HEAP_MEMORY(
      "peak_heap_memory_bytes",
      "bytes",
      "sum over the JVM's heap pools of the most that each held, of the process, which may have run"
          + " several cells",
      run -> run.cost().peakHeapMemoryBytes()),
  PEAK_LIVE_HEAP_MEMORY(
      "peak_live_heap_memory_bytes",
      "bytes",
      "most that was live in the JVM's heap after a collection, of those seen at the ends of epochs",
      run -> run.cost().peakLiveHeapMemoryBytes()),
  PEAK_OFF_HEAP_MEMORY(
      "peak_off_heap_memory_bytes",
      "bytes",
      "resident memory beside the heap, native allocators and the JVM's own, at least:"
          + " peak_host_memory_bytes less peak_heap_memory_bytes",
      run -> run.cost().peakOffHeapMemoryBytes()),
  PEAK_DEVICE_MEMORY(
      "peak_device_memory_bytes",
      "bytes",
      "most memory of the GPU that the process held",
      run -> run.cost().peakDeviceMemoryBytes()),
  MONEY(
      "money_total",
      "",
      "core hours, device hours and energy at the prices of prices.json, in money_currency; empty"
          + " without that file, or if a quantity that it prices was not measured") {
    @Override
    public Number measured(Run run) {
      OptionalDouble money =
          run.prices().map(prices -> prices.money(run.record())).orElse(OptionalDouble.empty());
      return money.isPresent() ? money.getAsDouble() : null;
    }
  },
  BALANCED_ACCURACY(
      "test_balanced_accuracy_final_ratio",
      "ratio",
      "mean over the classes of their test accuracy after the last epoch",
      run -> test(run, RunRecord.Test::balancedAccuracy)),
  TEST_LOSS(
      "test_loss_final_nats",
      "nats",
      "negative log-likelihood of the clean test labels after the last epoch, mean over images",
      run -> test(run, RunRecord.Test::negativeLogLikelihood)),
  CALIBRATION_ERROR(
      "test_calibration_error_final_ratio",
      "ratio",
      "expected calibration error on the test set after the last epoch, 15 bins of equal width",
      run -> test(run, RunRecord.Test::calibrationError)),
  FLIPPED_AUROC(
      "flipped_auroc_final_ratio",
      "ratio",
      "how well the loss of a training example tells flipped labels from clean ones after the last"
          + " epoch: area under the ROC curve",
      run -> last(run, Epoch::flippedAuroc)),
  ENERGY(
      "energy_joules",
      "joules",
      "energy of CPU, DRAM and GPU, by the counters that could be read",
      run -> sum(run.cost().energyCpuJoules(), run.cost().energyGpuJoules()));

  private final String column;
  private final String unit;
  private final String description;
  private final Function<RunRecord, ? extends Number> value;

  Metric(
      String column, String unit, String description, Function<RunRecord, ? extends Number> value) {
    this.column = column;
    this.unit = unit;
    this.description = description;
    this.value = value;
  }

  /** Of a metric that is not a record's alone. */
  Metric(String column, String unit, String description) {
    this(column, unit, description, record -> null);
  }

  /** With the user's prices, if any; null where not measured. */
  public Number measured(Run run) {
    return value.apply(run.record());
  }

  public String column() {
    return column;
  }

  public String unit() {
    return unit;
  }

  /** As dashboards name it: "train-time", of train_time_seconds. */
  public String label() {
    return column.replaceFirst("_(ratio|total|seconds)$", "").replace('_', '-');
  }

  /** Whether more of it is better: so with accuracies but that on wrong labels, not with costs. */
  public boolean biggerIsBetter() {
    return unit.equals("ratio")
        && this != FLIPPED_NOISY_ACCURACY
        && this != EFFECTIVE_RATE
        && this != CALIBRATION_ERROR;
  }

  /** Begins in lower case. */
  public String description() {
    return description;
  }

  /** What has been counted of a run by the end of an epoch; null where only the whole run tells. */
  public Double at(Run run, Epoch epoch) {
    return switch (this) {
      case GRADIENT_EVALUATIONS -> (double) epoch.gradientEvaluations();
      case TRAIN_TIME -> epoch.trainSeconds();
      default -> {
        Number whole = epoch.epoch() == run.record().curve().size() ? measured(run) : null;
        yield whole == null ? null : whole.doubleValue();
      }
    };
  }

  /** Of one run, whatever its status; empty where not measured, and for money. */
  public Optional<Number> of(RunRecord run) {
    return Optional.ofNullable(value.apply(run));
  }

  /** The mean over the runs that ended well and were measured; empty if none was. */
  public OptionalDouble mean(List<Run> runs) {
    return values(runs).average();
  }

  /** Likewise the median. */
  public OptionalDouble median(List<Run> runs) {
    double[] values = values(runs).toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(values));
  }

  /** Likewise the maximum. */
  public OptionalDouble maximum(List<Run> runs) {
    return values(runs).max();
  }

  /** The values of the runs that ended well and were measured. */
  public List<Double> of(List<Run> runs) {
    return values(runs).boxed().toList();
  }

  private DoubleStream values(List<Run> runs) {
    return runs.stream()
        .filter(Run::ok)
        .<Number>map(this::measured)
        .filter(Objects::nonNull)
        .mapToDouble(Number::doubleValue);
  }

  private static Function<RunRecord, Double> cost(Function<Cost, Double> seconds) {
    return run -> seconds.apply(run.cost());
  }

  private static Double accuracy(RunRecord run, Function<Accuracy, Double> accuracy) {
    return run.accuracy() == null ? null : accuracy.apply(run.accuracy());
  }

  private static Double test(RunRecord run, Function<RunRecord.Test, Double> value) {
    return run.test() == null ? null : value.apply(run.test());
  }

  private static Double last(RunRecord run, Function<Epoch, Double> accuracy) {
    return run.curve().isEmpty() ? null : accuracy.apply(run.curve().get(run.curve().size() - 1));
  }

  /** Of those that were measured; null if none was. */
  private static Double sum(Double one, Double other) {
    return one == null ? other : other == null ? one : Double.valueOf(one + other);
  }

  static double coreHours(RunRecord run) {
    return hours(run) * threads(run.environment());
  }

  static double deviceHours(RunRecord run) {
    return hours(run) / run.environment().workers();
  }

  private static double hours(RunRecord run) {
    return run.cost().totalSeconds() / 3600;
  }

  private static double threads(RunRecord.Environment environment) {
    String threads = environment.threadSettings().getOrDefault("OMP_NUM_THREADS", "");
    return threads.matches("[1-9]\\d{0,5}")
        ? Integer.parseInt(threads)
        : (double) environment.cpuCores() / environment.workers();
  }
}
