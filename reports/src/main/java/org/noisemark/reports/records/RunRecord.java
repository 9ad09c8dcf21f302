package org.noisemark.reports.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One finished run: a cell, what happened, and under which circumstances. Stored as {@code
 * cells/<run_id>.json}, never changed afterwards.
 *
 * @param format version of this file format, {@value #FORMAT}
 * @param runId of the cell, see {@link RunId}
 * @param cell what was trained
 * @param status how it ended
 * @param statusDetail one line; empty for {@link Status#OK}
 * @param labels the labels that were drawn; null if the run failed before that
 * @param curve one row an epoch, in order; shorter than asked for if the run failed
 * @param accuracy the three test accuracies; null unless the status is ok
 * @param test what else the test set says; null unless the status is ok
 * @param cost what it took
 * @param initialParametersSha256 of the float32 values, little-endian, canonical order; null if the
 *     run failed before that
 * @param finalParametersSha256 likewise after the last epoch; null unless the status is ok, and
 *     where a program of the user's trained and did not tell
 * @param environment the machine and the software that computed
 * @param program this program
 * @param notes what is worth knowing of the machine and changes nothing: exact memory, builds of
 *     the kernel and of the JVM
 * @param startedAt UTC, whole seconds
 * @param keptParametersSha256 of the parameters that lie in {@link KeptParameters files} beside the
 *     record, as float32, little-endian, canonical order, by the epoch after which they were kept;
 *     null if none were
 * @param resumed how often a later process went on from a checkpoint; null for never. Counts and
 *     times are then those of all processes, each step once; peaks of memory are the last one's
 * @param external what the program that trained in place of an engine said of itself, and its last
 *     logits; null for an engine
 */
public record RunRecord(
    int format,
    String runId,
    Cell cell,
    Status status,
    String statusDetail,
    @Nullable Labels labels,
    List<Epoch> curve,
    @Nullable Accuracy accuracy,
    @Nullable Test test,
    Cost cost,
    @Nullable String initialParametersSha256,
    @Nullable String finalParametersSha256,
    Environment environment,
    Program program,
    SortedMap<String, String> notes,
    Instant startedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable SortedMap<Integer, String> keptParametersSha256,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer resumed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable External external) {
  public static final int FORMAT = 2;

  /** Returns the same as if another cell had been trained. */
  public RunRecord withCell(Cell other) {
    return new RunRecord(
        format,
        other.runId(),
        other,
        status,
        statusDetail,
        labels,
        curve,
        accuracy,
        test,
        cost,
        initialParametersSha256,
        finalParametersSha256,
        environment,
        program,
        notes,
        startedAt,
        keptParametersSha256,
        resumed,
        external);
  }

  /**
   * A program that trained in place of an engine. What it counted, and these words, are its own
   * claim; accuracies and losses of the test set were worked out here from its logits.
   *
   * @param program its name
   * @param version likewise
   * @param logitsSha256 of its logits after the last epoch, which lie beside the record, see {@link
   *     KeptParameters#logits}; null unless the status is ok
   */
  public record External(String program, String version, @Nullable String logitsSha256) {}

  /** How a run ended. A failed run keeps its row and counts as a miss; it is never dropped. */
  public enum Status {
    OK,
    /** The loss or a parameter became NaN or infinite. */
    DIVERGED,
    TIMEOUT,
    OOM,
    ERROR,
    SKIPPED;

    /** As it stands in files: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The noisy labels of the training set, validation part included.
   *
   * @param effectiveRate share of labels that differ from the clean ones
   * @param transitions counts, [clean class][noisy class]
   * @param sha256 of the noisy labels, one byte each, in the data set's order
   */
  public record Labels(double effectiveRate, List<List<Integer>> transitions, String sha256) {}

  /**
   * One epoch, evaluated after it. Accuracies are ratios 0–1; null where not measured.
   *
   * @param epoch from 1
   * @param learningRate of its last step
   * @param trainLoss mean over its examples of the clean pass's loss on noisy labels, smoothed and
   *     mixed where the training asks for it, in nats
   * @param validationAccuracy on the validation split, noisy labels
   * @param testAccuracy on the test set, clean labels
   * @param cleanSubsetAccuracy on training examples whose label was not flipped
   * @param flippedNoisyAccuracy on flipped ones, against the wrong label: memorised
   * @param flippedTrueAccuracy on flipped ones, against the true label: corrected
   * @param gradientEvaluations so far
   * @param trainSeconds so far
   * @param flippedAuroc how well a high loss of a training example, against its noisy label, tells
   *     flipped labels from clean ones: area under the ROC curve, 0.5 for not at all; null without
   *     one of either
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
      double trainSeconds,
      @Nullable Double flippedAuroc) {}

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
   * More of the predictions on the clean test set after the last epoch.
   *
   * @param accuracyByClass 0–1, by true class; NaN for a class without a test image
   * @param negativeLogLikelihood mean cross-entropy against the true label, in nats
   * @param calibrationError expected calibration error, 0–1: |accuracy − confidence| in 15 bins of
   *     equal width of the confidence, weighted by their images (Guo et al., ICML 2017, eq. 5)
   */
  public record Test(
      List<Double> accuracyByClass, double negativeLogLikelihood, double calibrationError) {
    public Test {
      accuracyByClass = List.copyOf(accuracyByClass);
    }

    /** Returns the mean accuracy over the classes that have a test image, 0–1. */
    public double balancedAccuracy() {
      return accuracyByClass.stream()
          .mapToDouble(Double::doubleValue)
          .filter(accuracy -> !Double.isNaN(accuracy))
          .average()
          .orElseThrow();
    }
  }

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
   * @param peakHostMemoryBytes peak resident set of the process, of a program of the user's with
   *     that of its children; null where it cannot be read
   * @param peakHeapMemoryBytes sum over the JVM's heap pools of the most that each has held, since
   *     the process started: an upper bound of what the heap held at once; null where the JVM does
   *     not tell
   * @param peakLiveHeapMemoryBytes most that was live in the heap after a collection, of those seen
   *     at the ends of epochs, in the process: what the heap held beside it waited to be collected;
   *     null without a collection
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
      @Nullable Long peakLiveHeapMemoryBytes,
      @Nullable Long peakOffHeapMemoryBytes,
      @Nullable Long peakDeviceMemoryBytes,
      @Nullable Double energyCpuJoules,
      @Nullable Double energyGpuJoules,
      String energyMethod,
      String energyScope) {}

  /**
   * What can change a number or a time of a run. No host name, no user, no address.
   *
   * @param memoryBytes of the machine, rounded up to whole GiB
   * @param gpuModel empty without one in use, likewise the driver
   * @param os name and architecture
   * @param jvm vendor, name and version
   * @param jvmFlags as given to the JVM
   * @param engineVersions of everything that computes, by name; of a plug-in its file's SHA-256
   * @param threadSettings environment variables and counts that set threads, by name
   * @param workers cells trained side by side in the process
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
      int workers) {
    private static final String PLUGIN = "plugin ";

    /** Returns the same with other versions. */
    public Environment with(SortedMap<String, String> versions) {
      return new Environment(
          cpuModel,
          cpuCores,
          memoryBytes,
          gpuModel,
          gpuCount,
          gpuDriver,
          os,
          jvm,
          jvmFlags,
          versions,
          threadSettings,
          workers);
    }

    /** Returns the name under which a plug-in's SHA-256 stands among the versions. */
    public static String plugin(String file) {
      return PLUGIN + file;
    }

    /** Returns the SHA-256 of each plug-in by the name of its file. */
    public SortedMap<String, String> plugins() {
      var plugins = new TreeMap<String, String>();
      engineVersions.forEach(
          (name, version) -> {
            if (name.startsWith(PLUGIN)) {
              plugins.put(name.substring(PLUGIN.length()), version);
            }
          });
      return plugins;
    }
  }

  /**
   * The build of noisemark that trained it.
   *
   * @param gitCommit empty where unknown, with "-dirty" where the tree was changed
   */
  public record Program(String version, String gitCommit) {}
}
