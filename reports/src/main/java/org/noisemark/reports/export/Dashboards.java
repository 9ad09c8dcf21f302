package org.noisemark.reports.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.results.Metric;

/** Measurements as github-action-benchmark reads them. */
public final class Dashboards {
  private Dashboards() {}

  /**
   * The input of github-action-benchmark's tools customBiggerIsBetter and customSmallerIsBetter: a
   * JSON array of name, unit, value, range and extra, with six significant digits. The tool knows
   * one direction a file: accuracies are in the one, times, gradient evaluations and the test error
   * in the other. The error is what to watch: the tool warns at a ratio to the value before, and an
   * accuracy would have to halve before it is doubled.
   *
   * @throws IllegalArgumentException if there are none; the tool refuses an empty file
   */
  public static byte[] githubActionBenchmark(
      List<Measurement> measurements, boolean biggerIsBetter) {
    var entries = new ArrayList<Map<String, Object>>();
    for (Measurement measurement : measurements) {
      boolean isAccuracy = measurement.metric() == Metric.TEST_ACCURACY_FINAL;
      if (measurement.metric().biggerIsBetter() == biggerIsBetter) {
        entries.add(entry(measurement, measurement.metric().label(), measurement.mean()));
      } else if (isAccuracy) {
        entries.add(entry(measurement, "test-error-final", 1 - measurement.mean()));
      }
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no run measured anything of which %s is better",
              biggerIsBetter ? "more" : "less"));
    }
    return Json.pretty(entries);
  }

  private static Map<String, Object> entry(Measurement measurement, String label, double value) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("name", measurement.name() + " " + label);
    entry.put("unit", measurement.metric().unit());
    entry.put("value", significant(value));
    measurement
        .interval()
        .ifPresent(
            interval ->
                entry.put(
                    "range",
                    "± " + Numbers.text(significant((interval.high() - interval.low()) / 2))));
    entry.put("extra", "runs: " + measurement.values().size());
    return entry;
  }

  private static double significant(double value) {
    return new BigDecimal(value).round(new MathContext(6)).doubleValue();
  }
}
