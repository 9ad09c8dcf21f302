package org.noisemark.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engine;

/** A first impression of what engines take; {@code noisemark bench} measures it properly. */
final class EngineComparison {
  /** What suites use that name no engine. */
  private static final String DEFAULT = "dl4j";

  private static final int WARM_UP = 3;
  private static final int FEWEST = 5;
  private static final double SECONDS_AN_ENGINE = 1;

  private EngineComparison() {}

  /**
   * Returns the median seconds of one gradient by name of the engine, measured about a second each,
   * in turns, so that what else the machine does meets all alike.
   */
  static Map<String, Double> measure(List<Engine> engines, Device device) {
    var probes = new LinkedHashMap<String, GradientProbe>();
    try {
      var times = new LinkedHashMap<String, List<Double>>();
      for (var engine : engines) {
        probes.put(engine.name(), new GradientProbe(engine, device));
        times.put(engine.name(), new ArrayList<>());
      }
      for (int i = 0; i < WARM_UP; i++) {
        probes.values().forEach(GradientProbe::seconds);
      }
      double left = SECONDS_AN_ENGINE * engines.size();
      for (int round = 0; round < FEWEST || left > 0; round++) {
        for (var name : probes.keySet()) {
          double seconds = probes.get(name).seconds();
          times.get(name).add(seconds);
          left -= seconds;
        }
      }
      var medians = new LinkedHashMap<String, Double>();
      times.forEach((name, seconds) -> medians.put(name, median(seconds)));
      return medians;
    } finally {
      probes.values().forEach(GradientProbe::close);
    }
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  /** Returns a line for each engine's median, and one for what another than the default gains. */
  static Map<String, String> lines(Map<String, Double> medians) {
    var lines = new LinkedHashMap<String, String>();
    medians.forEach(
        (name, seconds) ->
            lines.put(
                name,
                String.format(
                    Locale.ROOT,
                    "%.3g ms for a gradient of %s, batch %d",
                    1e3 * seconds,
                    GradientProbe.NETWORK,
                    GradientProbe.BATCH)));
    medians.keySet().stream()
        .filter(name -> !name.equals(DEFAULT) && medians.containsKey(DEFAULT))
        .forEach(name -> lines.put("advice", advice(name, medians)));
    return lines;
  }

  private static String advice(String name, Map<String, Double> medians) {
    double ratio = medians.get(name) / medians.get(DEFAULT);
    return String.format(
            Locale.ROOT,
            "%s takes %.2f times %s's time on %s",
            name,
            ratio,
            DEFAULT,
            GradientProbe.NETWORK)
        + (ratio < 1 ? ": run with --engine " + name : ": stay with " + DEFAULT);
  }
}
