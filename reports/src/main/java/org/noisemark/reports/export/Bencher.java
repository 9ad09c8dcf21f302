package org.noisemark.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.statistics.Interval;

/**
 * Measurements as Bencher reads them: value with the bounds of its interval. Which way is better is
 * set in Bencher, by the threshold of each measure.
 */
public final class Bencher {
  /** The longest value of a parameter. */
  static final int LONGEST = 64;

  private Bencher() {}

  /**
   * Bencher Metric Format v0, the input of {@code bencher run --adapter json_v0}: from benchmark,
   * whose name says all that it ran with, to measure.
   *
   * @throws IllegalArgumentException if two measurements have one name and metric
   */
  public static byte[] metricFormat(List<Measurement> measurements) {
    var benchmarks = new TreeMap<String, Map<String, Object>>();
    for (Measurement measurement : measurements) {
      put(benchmarks.computeIfAbsent(measurement.name(), name -> new TreeMap<>()), measurement);
    }
    return Json.pretty(benchmarks);
  }

  /**
   * Bencher Metric Format v1, the input of {@code bencher run --adapter json_v1}: from benchmark,
   * which is the suite, to an array of what was measured with which parameters. A longer value than
   * it takes is cut and ends in a hash of the whole.
   *
   * @throws IllegalArgumentException as {@link #metricFormat}
   */
  public static byte[] metricFormatV1(List<Measurement> measurements) {
    var benchmarks = new TreeMap<String, List<Map<String, Object>>>();
    var seen = new TreeMap<String, Map<String, Object>>();
    for (Measurement measurement : measurements) {
      Map<String, Object> measures = seen.get(measurement.name());
      if (measures == null) {
        measures = new TreeMap<>();
        seen.put(measurement.name(), measures);
        var parameters = new TreeMap<String, String>();
        measurement.parameters().forEach((name, value) -> parameters.put(name, cut(value)));
        benchmarks
            .computeIfAbsent(measurement.suite(), suite -> new ArrayList<>())
            .add(new TreeMap<>(Map.of("parameters", parameters, "measures", measures)));
      }
      put(measures, measurement);
    }
    return Json.pretty(benchmarks);
  }

  private static void put(Map<String, Object> measures, Measurement measurement) {
    if (measures.put(measurement.metric().label(), metric(measurement)) != null) {
      throw new IllegalArgumentException("two measurements are called " + measurement.name());
    }
  }

  private static String cut(String value) {
    int kept = LONGEST - 9;
    return value.length() <= LONGEST
        ? value
        : value.substring(0, kept)
            + "~"
            + DigestUtils.sha256Hex(value.getBytes(UTF_8)).substring(0, 8);
  }

  private static Map<String, Double> metric(Measurement measurement) {
    var metric = new TreeMap<String, Double>();
    metric.put("value", measurement.mean());
    measurement.interval().map(Interval::low).ifPresent(low -> metric.put("lower_value", low));
    measurement.interval().map(Interval::high).ifPresent(high -> metric.put("upper_value", high));
    return metric;
  }
}
