package org.noisemark.reports.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.noisemark.reports.statistics.Estimate;

/**
 * The mean over seeds of a quantity: a row of points.csv.
 *
 * @param estimate of the mean
 */
record Mean(String quantity, String setting, String series, double x, Estimate estimate) {
  /** Returns those of sorted measurements, in their order. */
  static List<Mean> of(Measurements measurements) {
    record Key(String quantity, String setting, String series, double x) {}
    var values = new LinkedHashMap<Key, List<Double>>();
    for (var each : measurements.all()) {
      values
          .computeIfAbsent(
              new Key(each.quantity(), each.setting(), each.series(), each.x()),
              key -> new ArrayList<>())
          .add(each.value());
    }
    var means = new ArrayList<Mean>();
    values.forEach(
        (key, all) ->
            means.add(
                new Mean(
                    key.quantity(),
                    key.setting(),
                    key.series(),
                    key.x(),
                    Estimate.of(all).orElseThrow())));
    return means;
  }
}
