package org.noisemark.reports.gate.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Metric;

/**
 * What a gate holds candidates to: the file {@value #FILE} beside a baseline's cells, committed
 * with them.
 *
 * @param suite name of the suite that the baseline holds
 * @param suiteVersion its version, major.minor.patch
 * @param alpha of the tests, above 0 and below 0.5
 * @param margins by accuracy, the largest mean loss that is accepted: a ratio above 0 and below 1
 * @param noiseMargins likewise, by noise and rate as in "symmetric-exclusive@1 0.8" or "clean",
 *     where another margin holds
 * @param counters what is counted and has to be the same, to the last one
 * @param gainAlarm a mean gain above this ratio is too good to be true
 * @param accuracyCeiling so is a run's accuracy above this ratio
 * @param timeRatio the largest mean ratio of training times that is accepted, above 1
 */
public record GateRules(
    String suite,
    String suiteVersion,
    double alpha,
    Map<Metric, Double> margins,
    SortedMap<String, Map<Metric, Double>> noiseMargins,
    List<Metric> counters,
    double gainAlarm,
    double accuracyCeiling,
    double timeRatio) {
  /**
   * The accuracies that a gate may compare. The best epoch's is an oracle's: it chooses by the test
   * set, and is not among them.
   */
  public static final List<Metric> ACCURACIES =
      List.of(Metric.TEST_ACCURACY_FINAL, Metric.TEST_ACCURACY_SELECTED);

  public static final String FILE = "gate.json";

  /** What can be counted exactly. */
  public static final List<Metric> COUNTERS =
      List.of(Metric.GRADIENT_EVALUATIONS, Metric.FORWARD_PASSES, Metric.SAMPLES, Metric.FLOPS);

  public GateRules {
    margins = Collections.unmodifiableMap(new EnumMap<>(margins));
    var byNoise = new TreeMap<String, Map<Metric, Double>>();
    noiseMargins.forEach(
        (noise, own) -> byNoise.put(noise, Collections.unmodifiableMap(new EnumMap<>(own))));
    noiseMargins = Collections.unmodifiableSortedMap(byNoise);
    counters = List.copyOf(counters);
    require(alpha > 0 && alpha < 0.5, "alpha", "above 0 and below 0.5", alpha);
    margins.values().forEach(GateRules::requireMargin);
    noiseMargins.values().forEach(own -> own.values().forEach(GateRules::requireMargin));
    require(gainAlarm > 0 && gainAlarm < 1, "gain_alarm", "above 0 and below 1", gainAlarm);
    require(
        accuracyCeiling > 0 && accuracyCeiling <= 1,
        "accuracy_ceiling",
        "above 0 and at most 1",
        accuracyCeiling);
    require(timeRatio > 1 && timeRatio < 1000, "time_ratio", "above 1", timeRatio);
    if (margins.isEmpty()) {
      throw new IllegalArgumentException(
          "margins name no accuracy, expected one or more of "
              + ACCURACIES.stream().map(Metric::column).toList());
    }
  }

  /** Rules to begin with: a margin of one point, all counters, an alarm at five points of gain. */
  public static GateRules defaults(String suite, String suiteVersion) {
    return new GateRules(
        suite,
        suiteVersion,
        0.05,
        Map.of(Metric.TEST_ACCURACY_FINAL, 0.01),
        new TreeMap<>(),
        COUNTERS,
        0.05,
        0.99,
        1.25);
  }

  /** The same for another suite or version. */
  public GateRules of(String suite, String suiteVersion) {
    return new GateRules(
        suite,
        suiteVersion,
        alpha,
        margins,
        noiseMargins,
        counters,
        gainAlarm,
        accuracyCeiling,
        timeRatio);
  }

  /** The margin of an accuracy under a noise. */
  public double margin(Metric quality, NoiseLevel level) {
    return noiseMargins
        .getOrDefault(level.key(), Map.of())
        .getOrDefault(quality, margins.get(quality));
  }

  private static void requireMargin(double margin) {
    require(margin > 0 && margin < 1, "margins", "above 0 and below 1", margin);
  }

  private static void require(boolean holds, String key, String expected, double value) {
    if (!holds) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: expected a number %s, got %s", key, expected, value));
    }
  }
}
