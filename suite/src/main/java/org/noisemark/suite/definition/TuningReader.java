package org.noisemark.suite.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.noisemark.suite.definition.Tuning.Search;
import org.noisemark.suite.definition.Tuning.Space;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;

/** Reads how the hyper-parameters of a suite are chosen. */
final class TuningReader {
  private static final List<String> KEYS =
      List.of("search", "trainings", "seeds", "optimizers", "table_sha256");

  private final Section tuning;
  private final OptimizerReader optimizers;

  TuningReader(Section tuning, OptimizerReader optimizers) {
    this.tuning = tuning.expect(KEYS);
    this.optimizers = optimizers;
  }

  /**
   * @param suite the suite's optimizers, each of which must be there once
   * @param used the suite's seeds, which are kept apart
   */
  Tuning tuning(List<OptimizerSetting> suite, List<Long> used) {
    int trainings = tuning.get("trainings", tuning::whole);
    if (trainings < 1) {
      throw tuning.wrong(tuning.value("trainings"), "expected at least 1, got " + trainings);
    }
    return new Tuning(
        search(),
        trainings,
        seeds(used),
        spaces(suite),
        tuning.has("table_sha256") ? Optional.of(table()) : Optional.empty());
  }

  private Search search() {
    var names = Arrays.stream(Search.values()).map(TuningReader::name).toList();
    return Search.values()[names.indexOf(tuning.get("search", yaml -> tuning.name(yaml, names)))];
  }

  private static String name(Search search) {
    return search.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Long> seeds(List<Long> used) {
    var yaml = tuning.value("seeds");
    var seeds = tuning.distinct(yaml, tuning::seed);
    var both = seeds.stream().filter(used::contains).toList();
    if (!both.isEmpty()) {
      throw tuning.wrong(
          yaml, "the suite itself uses " + both + ", expected seeds that are kept apart");
    }
    return seeds;
  }

  private List<Space> spaces(List<OptimizerSetting> suite) {
    var yaml = tuning.value("optimizers");
    var spaces = tuning.sections(yaml).stream().map(this::space).toList();
    var names = spaces.stream().map(Space::optimizer).toList();
    var expected = suite.stream().map(OptimizerSetting::name).toList();
    if (!names.equals(expected)) {
      throw tuning.wrong(
          yaml, "expected the optimizers of the suite, " + expected + ", got " + names);
    }
    if (names.stream().distinct().count() != names.size()) {
      throw tuning.wrong(yaml, "an optimizer is there twice, which can have only one choice");
    }
    return spaces;
  }

  private Space space(Section entry) {
    String name = optimizers.name(entry);
    if (entry.has("epochs")) {
      throw entry.wrong(
          entry.value("epochs"),
          "candidates are compared after as many epochs, which the suite gives");
    }
    var values = new TreeMap<String, List<Object>>();
    optimizers
        .settings(entry, name)
        .forEach((key, yaml) -> values.put(key, values(entry, name, key, yaml)));
    return new Space(name, values);
  }

  private List<Object> values(Section entry, String optimizer, String key, Yaml yaml) {
    return entry.distinct(yaml, item -> optimizers.value(entry, optimizer, key, item));
  }

  private String table() {
    var yaml = tuning.value("table_sha256");
    String sha = tuning.text(yaml);
    if (!sha.matches("[0-9a-f]{64}")) {
      throw tuning.wrong(
          yaml, "expected the 64 hexadecimal digits of a SHA-256, got '" + sha + "'");
    }
    return sha;
  }
}
