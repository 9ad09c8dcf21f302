package org.noisemark.suite.definition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.noisemark.engine.Device;
import org.noisemark.nn.Networks;
import org.noisemark.optim.Optimizers;
import org.noisemark.plugin.Values;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Cell.Evaluation;
import org.noisemark.reports.records.Cell.Training;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;
import org.noisemark.suite.yaml.YamlReader;

/** Makes a suite of a YAML text; names are looked up in their registries while it is read. */
public final class SuiteReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "version",
          "summary",
          "datasets",
          "noises",
          "networks",
          "optimizers",
          "training",
          "evaluation",
          "references",
          "seeds",
          "tuning",
          "trainers",
          "engine",
          "device",
          "precision");

  private static final Evaluation DEFAULT_EVALUATION = new Evaluation(1, 2000, null);
  private static final List<String> EVALUATION_NAMES =
      List.of("every_epochs", "memorisation_samples", "keep_parameters");
  private static final List<String> DEFAULT_REFERENCES = List.of("sgd", "sam", "psam");

  private final Section suite;

  private SuiteReader(Section suite) {
    this.suite = suite;
  }

  /**
   * @param file name for messages
   * @throws IllegalArgumentException if it is no suite; one line with file, line and key
   */
  public static Suite read(String file, String text) {
    return new SuiteReader(Section.of(file, YamlReader.read(file, text)).expect(KEYS)).suite();
  }

  /**
   * Returns the summary of a suite, whose files need not be there.
   *
   * @param file name for messages
   * @throws IllegalArgumentException if it has none; one line with file, line and key
   */
  static String summary(String file, String text) {
    var suite = Section.of(file, YamlReader.read(file, text)).expect(KEYS);
    return suite.get("summary", suite::text);
  }

  private Suite suite() {
    var noises = NoiseReader.noises(suite);
    var training = training(suite.get("training", suite::section));
    var reader =
        new OptimizerReader(suite, noises.stream().map(SuiteNoise::spec).toList(), training);
    var optimizers = reader.optimizers();
    var seeds = seeds();
    if (suite.has("tuning") && suite.has("trainers")) {
      throw suite.wrong(
          suite.value("trainers"),
          "values are chosen with the engine alone: tune a suite without trainers");
    }
    var tuning =
        suite.has("tuning")
            ? Optional.of(
                new TuningReader(suite.get("tuning", suite::section), reader)
                    .tuning(optimizers, seeds))
            : Optional.<Tuning>empty();
    return new Suite(
        matching("name", "[a-z0-9][a-z0-9-]*", "lower-case letters, digits and hyphens"),
        matching("version", "\\d+\\.\\d+\\.\\d+", "major.minor.patch"),
        suite.get("summary", suite::text),
        suite.get(
            "datasets", yaml -> suite.distinct(yaml, each -> DatasetReader.dataset(suite, each))),
        noises,
        networks(),
        optimizers,
        training,
        evaluation(),
        references(),
        seeds,
        tuning,
        engine(),
        device(),
        precision());
  }

  private static Training training(Section section) {
    section.expect(TrainingSettings.NAMES);
    return section.checked(
        () ->
            TrainingSettings.checked(
                new Training(
                    section.get("epochs", section::whole),
                    section.get("batch_size", section::whole),
                    section.get("learning_rate", section::real),
                    section.get("momentum", section::real, 0.9),
                    section.get("weight_decay", section::real, 5e-4),
                    section.get("nesterov", section::flag, false),
                    section.get("schedule", section::text, "cosine"),
                    section.get("warmup_epochs", section::whole, 0),
                    section.get("augmentation", section::text, "none"),
                    section.get("validation_share", section::real, 0.1),
                    section.get("descent", section::text, "sgd"),
                    section.get("examples", section::whole, null),
                    section.get("label_smoothing", section::real, null),
                    section.get("mixup", section::real, null))));
  }

  /** Each a name, or a mapping of its name and hyper-parameters. */
  private List<NetworkSetting> networks() {
    return suite.get("networks", yaml -> suite.distinct(yaml, this::network));
  }

  private NetworkSetting network(Yaml yaml) {
    var names = Networks.REGISTRY.names();
    if (!(yaml instanceof Yaml.Mapping)) {
      var definition = Networks.REGISTRY.named(suite.name(yaml, names));
      return new NetworkSetting(definition.name(), Values.of(definition, Map.of()).byName());
    }
    var entry = suite.section(yaml);
    var definition = Networks.REGISTRY.named(entry.get("name", each -> entry.name(each, names)));
    return new NetworkSetting(
        definition.name(), HyperparameterReader.values(entry, definition, List.of("name")));
  }

  private Evaluation evaluation() {
    if (!suite.has("evaluation")) {
      return DEFAULT_EVALUATION;
    }
    var section = suite.get("evaluation", suite::section).expect(EVALUATION_NAMES);
    return section.checked(
        () ->
            new Evaluation(
                section.get("every_epochs", section::whole, DEFAULT_EVALUATION.everyEpochs()),
                section.get(
                    "memorisation_samples",
                    section::whole,
                    DEFAULT_EVALUATION.memorisationSamples()),
                section.get(
                    "keep_parameters",
                    yaml -> section.distinct(yaml, each -> epoch(section, each)),
                    null)));
  }

  /** The number of an epoch, or the word "final". */
  private static int epoch(Section section, Yaml yaml) {
    return section.any(yaml).equals("final") ? Evaluation.LAST_EPOCH : section.whole(yaml);
  }

  /** Optimizers that others are compared with, whether the suite trains them or not. */
  private List<String> references() {
    return suite.has("references")
        ? names("references", Optimizers.REGISTRY.names())
        : DEFAULT_REFERENCES;
  }

  /** A list of seeds, or a number n for the seeds 1 to n. */
  private List<Long> seeds() {
    var yaml = suite.value("seeds");
    if (yaml instanceof Yaml.Scalar) {
      long count = suite.seed(yaml);
      if (count < 1) {
        throw suite.wrong(yaml, "expected at least 1 seed, got " + count);
      }
      return LongStream.rangeClosed(1, count).boxed().toList();
    }
    return suite.distinct(yaml, suite::seed);
  }

  private String engine() {
    String name = suite.get("engine", suite::text, "dl4j");
    if (name.equals(Cell.Engine.EXTERNAL)) {
      throw suite.wrong(
          suite.value("engine"),
          "a program of your own is named under 'trainers', and by 'trainer' beside each optimizer"
              + " that it trains; expected the engine that their rows stand beside");
    }
    return name;
  }

  private Device device() {
    var labels = List.of(Device.CPU.label(), Device.CUDA.label());
    var label = suite.get("device", yaml -> suite.name(yaml, labels), Device.CPU.label());
    return Device.values()[labels.indexOf(label)];
  }

  private Optional<String> precision() {
    return suite.has("precision")
        ? Optional.of(suite.get("precision", suite::text))
        : Optional.empty();
  }

  private List<String> names(String key, Collection<String> known) {
    return suite.distinct(suite.value(key), yaml -> suite.name(yaml, known));
  }

  private String matching(String key, String pattern, String form) {
    String text = suite.get(key, suite::any).toString();
    if (!Pattern.matches(pattern, text)) {
      throw suite.wrong(suite.value(key), "expected " + form + ", got '" + text + "'");
    }
    return text;
  }
}
