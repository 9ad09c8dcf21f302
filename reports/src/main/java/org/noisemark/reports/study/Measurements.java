package org.noisemark.reports.study;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The numbers of a study, sorted, and what claims ask of them: always one number a seed. */
public record Measurements(List<Measurement> all) {
  public Measurements {
    all = all.stream().sorted().toList();
  }

  /** Returns these and others. */
  public Measurements and(Measurements others) {
    return new Measurements(Stream.concat(all.stream(), others.all.stream()).toList());
  }

  public Measurements where(Predicate<Measurement> condition) {
    return new Measurements(all.stream().filter(condition).toList());
  }

  public Measurements of(String quantity) {
    return where(each -> each.quantity().equals(quantity));
  }

  public Measurements in(String setting) {
    return where(each -> each.setting().equals(setting));
  }

  public Measurements series(String series) {
    return where(each -> each.series().equals(series));
  }

  public Measurements at(double x) {
    return where(each -> each.x() == x);
  }

  /** Returns the mean of each seed, over whatever else differs. */
  public SortedMap<Long, Double> bySeed() {
    var values = new TreeMap<Long, double[]>();
    for (var each : all) {
      double[] sum = values.computeIfAbsent(each.seed(), seed -> new double[2]);
      sum[0] += each.value();
      sum[1]++;
    }
    var means = new TreeMap<Long, Double>();
    values.forEach((seed, sum) -> means.put(seed, sum[0] / sum[1]));
    return means;
  }

  /** Returns for each seed the slope of the least-squares line of the values over f(x). */
  public SortedMap<Long, Double> slopeBySeed(DoubleUnaryOperator f) {
    var slopes = new TreeMap<Long, Double>();
    for (long seed : seeds()) {
      var own = all.stream().filter(each -> each.seed() == seed).toList();
      slope(
              own.stream().mapToDouble(each -> f.applyAsDouble(each.x())).toArray(),
              own.stream().mapToDouble(Measurement::value).toArray())
          .ifPresent(slope -> slopes.put(seed, slope));
    }
    return slopes;
  }

  public Collection<Long> seeds() {
    return all.stream().map(Measurement::seed).distinct().sorted().toList();
  }

  public List<Double> xs() {
    return all.stream().map(Measurement::x).distinct().sorted().toList();
  }

  public List<String> settings() {
    return all.stream().map(Measurement::setting).distinct().toList();
  }

  /** Returns a − b of the seeds that both have. */
  public static SortedMap<Long, Double> difference(
      SortedMap<Long, Double> a, SortedMap<Long, Double> b) {
    var differences = new TreeMap<Long, Double>();
    a.forEach(
        (seed, value) -> {
          if (b.containsKey(seed)) {
            differences.put(seed, value - b.get(seed));
          }
        });
    return differences;
  }

  /** The least-squares slope of y over x; empty where no two x differ. */
  static OptionalDouble slope(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (x[i] - meanX) * (y[i] - meanY);
      variance += (x[i] - meanX) * (x[i] - meanX);
    }
    return variance > 0 ? OptionalDouble.of(covariance / variance) : OptionalDouble.empty();
  }
}
