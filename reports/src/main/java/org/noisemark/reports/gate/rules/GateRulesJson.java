package org.noisemark.reports.gate.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.Nearest;
import org.noisemark.reports.results.Metric;

/** The rules of a gate as JSON: one object, every key required but noise_margins. */
public final class GateRulesJson {
  /** As the file has them: accuracies and counters by their columns in runs.csv. */
  public record Named(
      String suite,
      String suiteVersion,
      double alpha,
      Map<String, Double> margins,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Map<String, Map<String, Double>> noiseMargins,
      List<String> counters,
      double gainAlarm,
      double accuracyCeiling,
      double timeRatio) {
    public static Named of(GateRules rules) {
      var byNoise = new TreeMap<String, Map<String, Double>>();
      rules.noiseMargins().forEach((noise, own) -> byNoise.put(noise, byColumn(own)));
      return new Named(
          rules.suite(),
          rules.suiteVersion(),
          rules.alpha(),
          byColumn(rules.margins()),
          byNoise.isEmpty() ? null : byNoise,
          rules.counters().stream().map(Metric::column).toList(),
          rules.gainAlarm(),
          rules.accuracyCeiling(),
          rules.timeRatio());
    }

    private static Map<String, Double> byColumn(Map<Metric, Double> margins) {
      var columns = new TreeMap<String, Double>();
      margins.forEach((quality, margin) -> columns.put(quality.column(), margin));
      return columns;
    }

    GateRules rules() {
      var byNoise = new TreeMap<String, Map<Metric, Double>>();
      if (noiseMargins != null) {
        noiseMargins.forEach(
            (noise, own) -> byNoise.put(noise, byQuality("noise_margins." + noise, own)));
      }
      return new GateRules(
          suite,
          suiteVersion,
          alpha,
          byQuality("margins", margins),
          byNoise,
          counters.stream()
              .map(name -> named("counters", name, GateRules.COUNTERS, Metric::column))
              .toList(),
          gainAlarm,
          accuracyCeiling,
          timeRatio);
    }

    private static Map<Metric, Double> byQuality(String key, Map<String, Double> margins) {
      var byQuality = new EnumMap<Metric, Double>(Metric.class);
      margins.forEach(
          (name, margin) ->
              byQuality.put(named(key, name, GateRules.ACCURACIES, Metric::column), margin));
      return byQuality;
    }
  }

  private GateRulesJson() {}

  /**
   * Reads the rules beside a baseline's cells.
   *
   * @throws IOException if there is no such file, or it cannot be read
   * @throws IllegalArgumentException if it is wrong; one line with file and key
   */
  public static GateRules read(Path baseline) throws IOException {
    Path file = baseline.resolve(GateRules.FILE);
    try {
      return Json.read(Files.readAllBytes(file), Named.class).rules();
    } catch (NoSuchFileException e) {
      throw new IOException(
          file
              + ": no such file, expected the gate's rules beside the baseline's cells;"
              + " 'noisemark baseline update' makes them",
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The bytes of the file, keys sorted. */
  public static byte[] bytes(GateRules rules) {
    return Json.pretty(Named.of(rules));
  }

  private static <T> T named(
      String key, String given, Collection<T> known, Function<T, String> name) {
    List<String> names = known.stream().map(name).sorted().toList();
    return known.stream()
        .filter(each -> name.apply(each).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s: unknown name '%s'%s, expected one of %s",
                        key,
                        given,
                        Nearest.hint(given, names),
                        names)));
  }
}
