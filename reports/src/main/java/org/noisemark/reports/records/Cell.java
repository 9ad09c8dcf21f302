package org.noisemark.reports.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a run trains: one combination of a suite's lists, the unit of training, resuming and
 * distribution. Training it needs this and nothing else; {@link Json} writes and reads it.
 *
 * @param training how the network is trained, whatever the optimizer
 * @param seed training seed: initial parameters, order, augmentation
 */
public record Cell(
    Suite suite,
    Dataset dataset,
    Noise noise,
    Network network,
    Training training,
    Optimizer optimizer,
    Evaluation evaluation,
    Engine engine,
    long seed) {
  /** The name of the program that trains, among the hyper-parameters. */
  public static final String TRAINER = "trainer";

  /**
   * The suite that the cell is of.
   *
   * @param version major.minor.patch; boards of two major versions do not mix
   * @param references optimizers that the suite's others are compared with; differences in accuracy
   *     are to the first. No part of a {@link RunId}: naming others trains nothing anew
   */
  public record Suite(String name, String version, List<String> references) {
    public Suite {
      references = List.copyOf(references);
    }
  }

  /**
   * A data set.
   *
   * @param name in the registry of data sets; the format of one of the user's own
   * @param path where the user's own data were read from, as the user wrote it; null for a
   *     published data set. No part of a {@link RunId}: the same data may lie elsewhere
   * @param sha256 of what was there, as the format counts it; null for a published data set
   * @param testPath of the test part; null if that was cut off the first, and not in the id either
   * @param testSha256 of what was there; null where there is no such path
   * @param hyperparameters of the format, all of them, by name; null for a published data set
   */
  public record Dataset(
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sha256,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String testPath,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String testSha256,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable SortedMap<String, Object> hyperparameters) {
    /** Returns a published data set. */
    public static Dataset published(String name) {
      return new Dataset(name, null, null, null, null, null);
    }

    /**
     * Returns the name; of the user's own data what they are called, and the first digits of a hash
     * of their content and settings, which make them another data set: "flowers 0f3a91bc".
     */
    public String label() {
      if (sha256 == null) {
        return name;
      }
      Object called = hyperparameters == null ? "" : hyperparameters.getOrDefault("called", "");
      String digest = DigestUtils.sha256Hex(Json.canonical(identity()));
      return (called.equals("") ? name : called) + shortened(digest);
    }

    private Dataset identity() {
      return new Dataset(name, null, sha256, null, testSha256, hyperparameters);
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * A specification of label noise.
   *
   * @param kind with its version, "symmetric-exclusive@1", or "clean"
   * @param rate nominal, 0–1; 0 for clean
   * @param count "exact" for exactly that share of the labels, "bernoulli" for each by itself
   * @param seed of the labels, the same for every optimizer that is compared
   * @param matrix of transition probabilities, [clean class][noisy class]; null unless the kind is
   *     given by one
   * @param labelsFile where the labels of the kind {@code labels@1} were read from, as the user
   *     wrote it; null for other kinds. No part of a {@link RunId}: the same file may lie elsewhere
   * @param labelsSha256 of that file; null for other kinds
   * @param hyperparameters of the kind, all of them, by name; null if it has none
   */
  public record Noise(
      String kind,
      double rate,
      String count,
      long seed,
      @Nullable List<List<Double>> matrix,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String labelsFile,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String labelsSha256,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable SortedMap<String, Object> hyperparameters) {
    /** Returns the kind with what makes it another noise at the same rate. */
    public String name() {
      return kind + shortened(labelsSha256) + settings(hyperparameters);
    }

    /** "clean", or name and rate: "symmetric-exclusive@1/0.4". */
    public String label() {
      return kind.equals("clean") ? kind : name() + "/" + Numbers.text(rate);
    }
  }

  /**
   * @param name in the registry of networks
   * @param hyperparameters its own, all of them, by name; null if it has none
   */
  public record Network(
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable SortedMap<String, Object> hyperparameters) {
    /** Returns the name with the hyper-parameters: "wide-mlp width=256". */
    public String label() {
      return name + settings(hyperparameters);
    }
  }

  private static String shortened(@Nullable String sha256) {
    return sha256 == null ? "" : " " + sha256.substring(0, 8);
  }

  private static String settings(@Nullable SortedMap<String, Object> hyperparameters) {
    return hyperparameters == null
        ? ""
        : hyperparameters.entrySet().stream()
            .map(each -> " " + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
  }

  /**
   * How a network is trained, whatever the optimizer.
   *
   * @param batchSize examples a mini-batch
   * @param learningRate of the schedule's first step, warm-up apart
   * @param momentum of the descent step; of AdamW the decay of its first moment
   * @param weightDecay of the descent step
   * @param nesterov whether the momentum is Nesterov's
   * @param schedule name of a learning-rate schedule
   * @param warmupEpochs epochs over which the learning rate first rises from 0; 0 for none
   * @param augmentation name of an augmentation, "none" for none
   * @param validationShare share of the training set, in (0, 1), kept apart as the noisy validation
   *     split
   * @param descent name of the first-order optimizer that every step ends in, null for SGD
   * @param examples how many of the training part are trained on, at least 1; null for all
   * @param labelSmoothing share of each target, in (0, 1), spread evenly over all classes; null for
   *     none
   * @param mixup alpha, above 0, of the Beta distribution that examples are mixed by; null for none
   */
  public record Training(
      int epochs,
      int batchSize,
      double learningRate,
      double momentum,
      double weightDecay,
      boolean nesterov,
      String schedule,
      int warmupEpochs,
      String augmentation,
      double validationShare,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String descent,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer examples,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double labelSmoothing,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double mixup) {

    private static final String SGD = "sgd";

    /**
     * @throws IllegalArgumentException in one line that begins with the name of what is out of
     *     range
     */
    public Training {
      descent = SGD.equals(descent) ? null : descent;
      labelSmoothing = isZero(labelSmoothing) ? null : labelSmoothing;
      mixup = isZero(mixup) ? null : mixup;
      require(epochs >= 1, "epochs must be at least 1, got " + epochs);
      require(batchSize >= 1, "batch_size must be at least 1, got " + batchSize);
      require(
          warmupEpochs >= 0 && warmupEpochs < epochs,
          "warmup_epochs must be at least 0 and fewer than the epochs, got " + warmupEpochs);
      require(
          validationShare > 0 && validationShare < 1,
          "validation_share must be in (0, 1), got " + validationShare);
      require(examples == null || examples >= 1, "examples must be at least 1, got " + examples);
      require(
          labelSmoothing == null || labelSmoothing > 0 && labelSmoothing < 1,
          "label_smoothing must be in [0, 1), got " + labelSmoothing);
      require(
          mixup == null || mixup > 0 && Double.isFinite(mixup),
          "mixup must be finite and at least 0, got " + mixup);
    }

    private static boolean isZero(@Nullable Double value) {
      return value != null && value == 0;
    }

    /** Returns the same on so many examples. */
    public Training with(int otherExamples) {
      return new Training(
          epochs,
          batchSize,
          learningRate,
          momentum,
          weightDecay,
          nesterov,
          schedule,
          warmupEpochs,
          augmentation,
          validationShare,
          descent,
          otherExamples,
          labelSmoothing,
          mixup);
    }

    /** Returns the name of the first-order optimizer. */
    public String descentName() {
      return descent == null ? SGD : descent;
    }

    /** Returns all settings by the names they have in suite files and run records. */
    public SortedMap<String, Object> settings() {
      var settings = new TreeMap<String, Object>();
      settings.put("epochs", epochs);
      settings.put("batch_size", batchSize);
      settings.put("learning_rate", learningRate);
      settings.put("momentum", momentum);
      settings.put("weight_decay", weightDecay);
      settings.put("nesterov", nesterov);
      settings.put("schedule", schedule);
      settings.put("warmup_epochs", warmupEpochs);
      settings.put("augmentation", augmentation);
      settings.put("validation_share", validationShare);
      if (descent != null) {
        settings.put("descent", descent);
      }
      if (examples != null) {
        settings.put("examples", examples);
      }
      if (labelSmoothing != null) {
        settings.put("label_smoothing", labelSmoothing);
      }
      if (mixup != null) {
        settings.put("mixup", mixup);
      }
      return settings;
    }
  }

  /**
   * @param name in the registry of optimizers
   * @param hyperparameters its own, all of them, by name
   */
  public record Optimizer(String name, SortedMap<String, Object> hyperparameters) {
    public Optimizer {
      hyperparameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperparameters));
    }
  }

  /**
   * What is measured beside training.
   *
   * @param everyEpochs epochs from one evaluation to the next, at least 1; the last epoch is always
   *     evaluated
   * @param memorisationSamples training examples, the same for every cell of a data set, on which
   *     memorisation is measured; at least 1
   * @param keepParameters epochs after which the parameters are kept beside the record, ascending,
   *     null for none; {@link #LAST_EPOCH} for the last one, whichever it is
   */
  public record Evaluation(
      int everyEpochs,
      int memorisationSamples,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Integer> keepParameters) {
    /** Stands for the last epoch where epochs are named. */
    public static final int LAST_EPOCH = Integer.MAX_VALUE;

    /**
     * @throws IllegalArgumentException in one line that begins with the name of what is out of
     *     range
     */
    public Evaluation {
      require(everyEpochs >= 1, "every_epochs must be at least 1, got " + everyEpochs);
      require(
          memorisationSamples >= 1,
          "memorisation_samples must be at least 1, got " + memorisationSamples);
      keepParameters =
          keepParameters == null || keepParameters.isEmpty()
              ? null
              : keepParameters.stream().distinct().sorted().toList();
      require(
          keepParameters == null || keepParameters.get(0) >= 1,
          "keep_parameters must be epochs, at least 1, got " + keepParameters);
    }

    /** Returns the same with the last of so many epochs by its number, and none beyond it. */
    public Evaluation in(int epochs) {
      return keepParameters == null
          ? this
          : new Evaluation(
              everyEpochs,
              memorisationSamples,
              keepParameters.stream()
                  .map(epoch -> epoch == LAST_EPOCH ? epochs : epoch)
                  .filter(epoch -> epoch <= epochs)
                  .toList());
    }

    /** Returns whether the parameters are kept after an epoch. */
    public boolean keeps(int epoch) {
      return keepParameters != null && keepParameters.contains(epoch);
    }

    public boolean isDue(int epoch, int epochs) {
      return epoch % everyEpochs == 0 || epoch == epochs;
    }

    /** Returns how many epochs are evaluated. */
    public int count(int epochs) {
      return (epochs + everyEpochs - 1) / everyEpochs;
    }
  }

  /**
   * Where it is trained.
   *
   * @param name of an engine; {@value #EXTERNAL} where a program of the user's trains
   * @param device "cpu" or "cuda"
   * @param precision of the arithmetic, "float32" …
   * @param trainer that program; null for an engine
   */
  public record Engine(
      String name,
      String device,
      String precision,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Trainer trainer) {
    /** The name that stands for a program of the user's. */
    public static final String EXTERNAL = "external";

    public Engine {
      require(
          name.equals(EXTERNAL) == (trainer != null),
          "engine must name a trainer if it is '" + EXTERNAL + "', and none otherwise");
    }

    public Engine(String name, String device, String precision) {
      this(name, device, precision, null);
    }

    /** Returns the engine on whose boards the run stands. */
    public String board() {
      return trainer == null ? name : trainer.beside();
    }

    private Engine identity() {
      return trainer == null ? this : new Engine(name, device, precision, trainer.identity());
    }
  }

  /**
   * A program that trains in place of an engine, by a protocol over its standard input and output.
   *
   * @param name as the suite calls it
   * @param sha256 of its command: the arguments, with the SHA-256 of the content in place of each
   *     that names a file
   * @param beside the engine that trains the rest of the suite, on whose boards its runs stand
   * @param command as the user wrote it, the program first; null in what a {@link RunId} is made
   *     of, since the same files may lie elsewhere
   */
  public record Trainer(
      String name,
      String sha256,
      String beside,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> command) {
    /** Returns the name with the first digits of the digest: "pytorch 0f3a91bc". */
    public String label() {
      return name + shortened(sha256);
    }

    private Trainer identity() {
      return new Trainer(name, sha256, beside, null);
    }
  }

  /**
   * Returns the optimizer's name; with that of the program of the user's that trains it: "sgd
   * (mine)", so that it is never taken for the one that an engine trains.
   */
  public String method() {
    return engine.trainer() == null
        ? optimizer.name()
        : optimizer.name() + " (" + engine.trainer().name() + ")";
  }

  /** Returns the name of its run. */
  public String runId() {
    return RunId.of(this);
  }

  /**
   * Returns every hyper-parameter by name, those of the training and those of the optimizer. One of
   * the optimizer's whose name the training has, too, is "optimizer.NAME". The program that trains
   * in place of an engine stands among them as {@value #TRAINER}.
   */
  public SortedMap<String, Object> hyperparameters() {
    var all = training.settings();
    optimizer
        .hyperparameters()
        .forEach(
            (name, value) -> all.put(all.containsKey(name) ? "optimizer." + name : name, value));
    if (engine.trainer() != null) {
      all.put(TRAINER, engine.trainer().label());
    }
    return all;
  }

  /** Returns the same cell with another training seed. */
  public Cell withSeed(long other) {
    return new Cell(suite, dataset, noise, network, training, optimizer, evaluation, engine, other);
  }

  /** Returns the same cell on another engine. */
  public Cell on(Engine other) {
    return new Cell(suite, dataset, noise, network, training, optimizer, evaluation, other, seed);
  }

  /** Returns the same cell without what does not change its training. */
  Cell identity() {
    return new Cell(
        new Suite(suite.name(), suite.version(), List.of()),
        dataset.identity(),
        new Noise(
            noise.kind(),
            noise.rate(),
            noise.count(),
            noise.seed(),
            noise.matrix(),
            null,
            noise.labelsSha256(),
            noise.hyperparameters()),
        network,
        training,
        optimizer,
        evaluation,
        engine.identity(),
        seed);
  }

  /** Returns a few words for people: data set, noise, network, optimizer, seed. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s seed %d",
        dataset.label(),
        noise.label(),
        network.label(),
        method(),
        seed);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
