package org.noisemark.reports.records;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One finished run: a cell, what happened, and under which circumstances. Stored as {@code
 * cells/<run_id>.json}, never changed afterwards.
 *
 * @param format version of this file format, {@value #FORMAT}
 * @param runId SHA-256 of the cell's canonical configuration, first 16 hex digits
 * @param suite name of the suite
 * @param suiteVersion its version, major.minor.patch; boards of two major versions do not mix
 * @param cell what was trained
 * @param status how it ended
 * @param statusDetail one line; empty for {@link Status#OK}
 * @param noise the labels that were drawn; null if the run failed before that
 * @param curve one row an epoch, in order; shorter than asked for if the run failed
 * @param accuracy the three test accuracies; null unless the status is ok
 * @param cost what it took
 * @param initialParametersSha256 of the float32 values, little-endian, canonical order; null if the
 *     run failed before that
 * @param finalParametersSha256 likewise after the last epoch; null unless the status is ok
 * @param environment the machine and the software
 * @param startedAt UTC
 */
public record RunRecord(
    int format,
    String runId,
    String suite,
    String suiteVersion,
    Cell cell,
    Status status,
    String statusDetail,
    @Nullable NoiseDraw noise,
    List<Epoch> curve,
    @Nullable Accuracy accuracy,
    Cost cost,
    @Nullable String initialParametersSha256,
    @Nullable String finalParametersSha256,
    Environment environment,
    Instant startedAt) {
  public static final int FORMAT = 1;

  /** How a run ended. A failed run keeps its row and counts as a miss; it is never dropped. */
  public enum Status {
    OK,
    /** The loss or a parameter became NaN or infinite. */
    DIVERGED,
    TIMEOUT,
    OOM,
    ERROR,
    SKIPPED
  }

  /**
   * What was trained: running it needs this and nothing else.
   *
   * @param noise a noise specification with its version, "symmetric-exclusive@1", or "clean"
   * @param noiseRate nominal, 0–1; 0 for clean
   * @param optimizer name in the registry of optimizers
   * @param hyperparameters all of them, those of the optimizer and those of the training, by name
   * @param seed training seed: initial parameters, order, augmentation
   * @param noiseSeed seed of the label noise, shared by every optimizer and training seed
   * @param precision "float32" …
   */
  public record Cell(
      String dataset,
      String noise,
      double noiseRate,
      long noiseSeed,
      String network,
      String optimizer,
      SortedMap<String, Object> hyperparameters,
      long seed,
      String engine,
      String device,
      String precision) {}

  /**
   * The noisy labels of the training set, validation part included.
   *
   * @param effectiveRate share of labels that differ from the clean ones
   * @param transitions counts, [clean class][noisy class]
   * @param labelsSha256 of the noisy labels, one byte each, in the data set's order
   */
  public record NoiseDraw(
      double effectiveRate, List<List<Integer>> transitions, String labelsSha256) {}

  /**
   * One epoch, evaluated after it. Accuracies are ratios 0–1; null where not measured.
   *
   * @param epoch from 1
   * @param learningRate of its last step
   * @param trainLoss mean over its steps of the clean pass's loss on noisy labels, in nats
   * @param validationAccuracy on the validation split, noisy labels
   * @param testAccuracy on the test set, clean labels
   * @param cleanSubsetAccuracy on training examples whose label was not flipped
   * @param flippedNoisyAccuracy on flipped ones, against the wrong label: memorised
   * @param flippedTrueAccuracy on flipped ones, against the true label: corrected
   * @param gradientEvaluations so far
   * @param trainSeconds so far
   */
  public record Epoch(
      int epoch,
      double learningRate,
      double trainLoss,
      @Nullable Double validationAccuracy,
      @Nullable Double testAccuracy,
      @Nullable Double cleanSubsetAccuracy,
      @Nullable Double flippedNoisyAccuracy,
      @Nullable Double flippedTrueAccuracy,
      long gradientEvaluations,
      double trainSeconds) {}

  /**
   * Test accuracies on clean labels, 0–1.
   *
   * @param last after the last epoch: this one is ranked
   * @param selected at the epoch with the best accuracy on the noisy validation split (the
   *     earliest)
   * @param best over all epochs: an oracle, shown and never ranked
   * @param selectedEpoch from 1
   * @param bestEpoch from 1
   */
  public record Accuracy(
      double last, double selected, double best, int selectedEpoch, int bestEpoch) {}

  /**
   * What a run took. train + eval + data + other seconds are the total.
   *
   * @param gradientEvaluations forward and backward passes over one mini-batch
   * @param forwardPasses over one mini-batch, those of evaluation not included
   * @param samples training examples seen, counted once a step
   * @param flops analytic, of training
   * @param stepMedianSeconds over all steps but the first {@code warmupSteps}; null with no step
   *     left
   * @param stepP95Seconds likewise
   * @param warmupSteps steps left out of the two figures above
   * @param peakHostMemoryBytes peak resident set of the process; null where it cannot be read
   * @param peakHeapMemoryBytes sum over the JVM's heap pools of the most that each has held, since
   *     the process started: an upper bound of what the heap held at once; null where the JVM does
   *     not tell
   * @param peakOffHeapMemoryBytes {@code peakHostMemoryBytes} less {@code peakHeapMemoryBytes}:
   *     what native allocators and the JVM itself (code, classes, threads) held resident beside the
   *     heap, and at least that; null where either is, or the heap's pools together held more
   * @param peakDeviceMemoryBytes most memory of the GPU that the process held; null on the CPU, or
   *     where it cannot be read
   * @param energyCpuJoules null where no counter can be read
   * @param energyGpuJoules null where no counter can be read
   * @param energyMethod how energy was read; empty where it was not
   * @param energyScope what the counters cover; empty where not read
   */
  public record Cost(
      long gradientEvaluations,
      long forwardPasses,
      long samples,
      long flops,
      double trainSeconds,
      double evalSeconds,
      double dataSeconds,
      double otherSeconds,
      double totalSeconds,
      @Nullable Double stepMedianSeconds,
      @Nullable Double stepP95Seconds,
      int warmupSteps,
      @Nullable Long peakHostMemoryBytes,
      @Nullable Long peakHeapMemoryBytes,
      @Nullable Long peakOffHeapMemoryBytes,
      @Nullable Long peakDeviceMemoryBytes,
      @Nullable Double energyCpuJoules,
      @Nullable Double energyGpuJoules,
      String energyMethod,
      String energyScope) {}

  /**
   * The circumstances of a run. No host name, no user, no address.
   *
   * @param memoryBytes of the machine
   * @param gpuModel empty without one in use, likewise the driver and CUDA versions
   * @param jvmFlags as given to the JVM
   * @param engineVersions of everything that computes, by name
   * @param threadSettings environment variables and counts that set threads, by name
   * @param workers cells trained side by side in the process
   * @param noisemarkVersion of this program
   * @param gitCommit of this program; empty where unknown, with "-dirty" where the tree was changed
   */
  public record Environment(
      String cpuModel,
      int cpuCores,
      long memoryBytes,
      String gpuModel,
      int gpuCount,
      String gpuDriver,
      String os,
      String jvm,
      List<String> jvmFlags,
      SortedMap<String, String> engineVersions,
      SortedMap<String, String> threadSettings,
      int workers,
      String noisemarkVersion,
      String gitCommit) {}
}
