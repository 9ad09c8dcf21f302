package org.noisemark.suite.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private NoiseReader() {}

  /** Returns every rate of every entry, in the order of the file. */
  static List<SuiteNoise> noises(Section suite) {
    var noises = new ArrayList<SuiteNoise>();
    var labels = new ArrayList<String>();
    for (var entry : suite.get("noises", suite::sections)) {
      boolean isFixed = entry.has("seed") || entry.get("kind", entry::text).equals(CLEAN);
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
    String kind = entry.get("kind", yaml -> entry.name(yaml, Noises.summaries().keySet()));
    if (kind.equals(CLEAN)) {
      entry.expect(List.of("kind"));
      return List.of(NoiseSpec.clean());
    }
    boolean given = kind.equals(MATRIX);
    entry.expect(
        given
            ? List.of("kind", "matrix", "count", "seed")
            : List.of("kind", "rate", "rates", "count", "seed"));
    var count =
        Count.named(
            entry.get("count", yaml -> entry.name(yaml, List.of("exact", "bernoulli")), "exact"));
    long seed = entry.get("seed", entry::seed, 0L);
    if (given) {
      return List.of(NoiseSpec.ofMatrix(entry.get("matrix", y -> matrix(entry, y)), count, seed));
    }
    return rates(entry).stream().map(rate -> spec(entry, kind, rate, count, seed)).toList();
  }

  private static NoiseSpec spec(Section entry, String kind, double rate, Count count, long seed) {
    String key = entry.has("rate") ? "rate" : "rates";
    return entry.checked(
        entry.value(key), () -> new NoiseSpec(kind, rate, count, seed, Optional.empty()));
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
