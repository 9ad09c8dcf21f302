package org.noisemark.reports.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.noisemark.reports.records.Nearest;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.results.Metric;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of a gate as JSON: one object, every key required but noise_margins. */
public final class GateRulesJson {
  private static final List<String> KEYS =
      List.of(
          "suite",
          "suite_version",
          "alpha",
          "margins",
          "noise_margins",
          "counters",
          "gain_alarm",
          "accuracy_ceiling",
          "time_ratio");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode rules;

  private GateRulesJson(JsonNode rules) {
    this.rules = rules;
  }

  /**
   * Reads the rules beside a baseline's cells.
   *
   * @throws IOException if there is no such file, or it cannot be read
   * @throws IllegalArgumentException if it is wrong; one line with file and key
   */
  public static GateRules read(Path baseline) throws IOException {
    Path file = baseline.resolve(GateRules.FILE);
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
      if (!tree.isObject()) {
        throw new IllegalArgumentException("expected a JSON object");
      }
      return new GateRulesJson(tree).rules();
    } catch (NoSuchFileException e) {
      throw new IOException(
          file
              + ": no such file, expected the gate's rules beside the baseline's cells;"
              + " 'noisemark baseline update' makes them",
          e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s, line %d: not valid JSON: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().replaceAll("\\s+", " ")),
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The bytes of the file, keys sorted. */
  static byte[] bytes(GateRules rules) {
    var json = new TreeMap<String, Object>();
    json.put("suite", rules.suite());
    json.put("suite_version", rules.suiteVersion());
    json.put("alpha", rules.alpha());
    json.put("margins", byColumn(rules.margins()));
    if (!rules.noiseMargins().isEmpty()) {
      var byNoise = new TreeMap<String, Object>();
      rules.noiseMargins().forEach((noise, own) -> byNoise.put(noise, byColumn(own)));
      json.put("noise_margins", byNoise);
    }
    json.put("counters", rules.counters().stream().map(Metric::column).toList());
    json.put("gain_alarm", rules.gainAlarm());
    json.put("accuracy_ceiling", rules.accuracyCeiling());
    json.put("time_ratio", rules.timeRatio());
    return RunJson.pretty(json);
  }

  private static SortedMap<String, Double> byColumn(Map<Quality, Double> margins) {
    var columns = new TreeMap<String, Double>();
    margins.forEach((quality, margin) -> columns.put(quality.column(), margin));
    return columns;
  }

  private GateRules rules() {
    expect("", rules, KEYS);
    return new GateRules(
        text("suite"),
        text("suite_version"),
        number("alpha", value("alpha")),
        margins("margins", value("margins")),
        noiseMargins(),
        counters(),
        number("gain_alarm", value("gain_alarm")),
        number("accuracy_ceiling", value("accuracy_ceiling")),
        number("time_ratio", value("time_ratio")));
  }

  private SortedMap<String, Map<Quality, Double>> noiseMargins() {
    var byNoise = new TreeMap<String, Map<Quality, Double>>();
    JsonNode node = rules.get("noise_margins");
    if (node != null) {
      requireObject("noise_margins", node);
      node.properties()
          .forEach(
              noise ->
                  byNoise.put(
                      noise.getKey(),
                      margins("noise_margins." + noise.getKey(), noise.getValue())));
    }
    return byNoise;
  }

  private static Map<Quality, Double> margins(String key, JsonNode node) {
    requireObject(key, node);
    expect(key + ".", node, Quality.columns());
    var margins = new EnumMap<Quality, Double>(Quality.class);
    for (Quality quality : Quality.values()) {
      if (node.has(quality.column())) {
        margins.put(quality, number(key + "." + quality.column(), node.get(quality.column())));
      }
    }
    return margins;
  }

  private List<Metric> counters() {
    JsonNode node = value("counters");
    if (!node.isArray()) {
      throw new IllegalArgumentException("counters: expected a list, got " + node);
    }
    Map<String, Metric> known =
        GateRules.COUNTERS.stream().collect(Collectors.toMap(Metric::column, metric -> metric));
    var counters = new ArrayList<Metric>();
    for (JsonNode name : node) {
      Metric metric = known.get(name.asString(""));
      if (metric == null) {
        throw new IllegalArgumentException(
            unknown("counters: unknown counter", name.asString(name.toString()), known.keySet()));
      }
      counters.add(metric);
    }
    return counters;
  }

  private static void expect(String path, JsonNode node, Collection<String> known) {
    node.properties()
        .forEach(
            entry -> {
              if (!known.contains(entry.getKey())) {
                throw new IllegalArgumentException(
                    unknown("unknown key", path + entry.getKey(), entry.getKey(), known));
              }
            });
  }

  private static String unknown(String what, String given, Collection<String> known) {
    return unknown(what, given, given, known);
  }

  private static String unknown(String what, String shown, String given, Collection<String> known) {
    return "%s '%s'%s, expected one of %s"
        .formatted(what, shown, Nearest.hint(given, known), known.stream().sorted().toList());
  }

  private static void requireObject(String key, JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(key + ": expected an object, got " + node);
    }
  }

  private JsonNode value(String key) {
    JsonNode value = rules.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the key '" + key + "' is missing");
    }
    return value;
  }

  private String text(String key) {
    JsonNode value = value(key);
    if (!value.isString() || value.asString().isBlank()) {
      throw new IllegalArgumentException(key + ": expected text, got " + value);
    }
    return value.asString();
  }

  private static double number(String key, JsonNode value) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException(key + ": expected a number, got " + value);
    }
    return value.asDouble();
  }
}
