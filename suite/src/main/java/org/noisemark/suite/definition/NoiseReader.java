package org.noisemark.suite.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.noisemark.noise.LabelsFile;
import org.noisemark.noise.NoiseDefinition;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.noise.NoiseSpec.Count;
import org.noisemark.noise.Noises;
import org.noisemark.noise.TransitionMatrix;
import org.noisemark.suite.yaml.Section;
import org.noisemark.suite.yaml.Yaml;

/** Reads the noises of a suite. */
final class NoiseReader {
  private static final String CLEAN = "clean";
  private static final String MATRIX = "matrix@1";
  private static final String LABELS = "labels@1";
  private static final String HUMAN = "human@1";

  private NoiseReader() {}

  /** Returns every rate of every entry, in the order of the file. */
  static List<SuiteNoise> noises(Section suite) {
    var noises = new ArrayList<SuiteNoise>();
    var labels = new ArrayList<String>();
    for (var entry : suite.get("noises", suite::sections)) {
      boolean isFixed =
          entry.has("seed")
              || List.of(CLEAN, LABELS, HUMAN).contains(entry.get("kind", entry::text));
      for (var noise : read(entry)) {
        if (labels.contains(ByNoise.label(noise))) {
          throw entry.wrong("'" + ByNoise.label(noise) + "' is there twice");
        }
        labels.add(ByNoise.label(noise));
        noises.add(new SuiteNoise(noise, isFixed));
      }
    }
    return noises;
  }

  private static List<NoiseSpec> read(Section entry) {
    var noise =
        Noises.REGISTRY.named(entry.get("kind", yaml -> entry.name(yaml, Noises.REGISTRY.names())));
    return switch (noise.name()) {
      case CLEAN -> {
        entry.expect(List.of("kind"));
        yield List.of(NoiseSpec.clean());
      }
      case LABELS -> {
        entry.expect(List.of("kind", "file"));
        var file = entry.value("file");
        yield List.of(
            entry.checked(
                file, () -> NoiseSpec.ofLabels(LabelsFile.of(Path.of(entry.text(file))))));
      }
      case HUMAN -> {
        var values = HyperparameterReader.values(entry, noise, List.of("kind", "file"));
        var file = entry.value("file");
        yield List.of(
            entry.checked(
                file,
                () ->
                    NoiseSpec.of(
                        HUMAN,
                        0,
                        Count.EXACT,
                        0,
                        Optional.empty(),
                        Optional.of(LabelsFile.of(Path.of(entry.text(file)))),
                        values)));
      }
      case MATRIX -> {
        entry.expect(List.of("kind", "matrix", "count", "seed"));
        yield List.of(
            NoiseSpec.ofMatrix(
                entry.get("matrix", yaml -> matrix(entry, yaml)),
                count(entry, noise),
                seed(entry)));
      }
      default -> {
        var values =
            HyperparameterReader.values(
                entry, noise, List.of("kind", "rate", "rates", "count", "seed"));
        yield rates(entry).stream().map(rate -> spec(entry, noise, rate, values)).toList();
      }
    };
  }

  private static Count count(Section entry, NoiseDefinition noise) {
    List<String> counts = noise.counts().stream().map(Count::toString).toList();
    return Count.named(entry.get("count", yaml -> entry.name(yaml, counts), counts.get(0)));
  }

  private static long seed(Section entry) {
    return entry.get("seed", entry::seed, 0L);
  }

  private static NoiseSpec spec(
      Section entry, NoiseDefinition noise, double rate, SortedMap<String, Object> values) {
    String key = entry.has("rate") ? "rate" : "rates";
    return entry.checked(
        entry.value(key),
        () ->
            NoiseSpec.of(
                noise.name(),
                rate,
                count(entry, noise),
                seed(entry),
                Optional.empty(),
                Optional.empty(),
                values));
  }

  private static List<Double> rates(Section entry) {
    if (entry.has("rate") == entry.has("rates")) {
      throw entry.wrong("expected one of the keys 'rate' and 'rates'");
    }
    return entry.has("rate")
        ? List.of(entry.get("rate", entry::real))
        : entry.get("rates", yaml -> entry.distinct(yaml, entry::real));
  }

  /** Rows of probabilities, [clean class][noisy class]. */
  private static TransitionMatrix matrix(Section entry, Yaml yaml) {
    double[][] rows =
        entry.items(yaml).stream()
            .map(row -> entry.items(row).stream().mapToDouble(entry::real).toArray())
            .toArray(double[][]::new);
    return entry.checked(yaml, () -> TransitionMatrix.of(rows));
  }
}
