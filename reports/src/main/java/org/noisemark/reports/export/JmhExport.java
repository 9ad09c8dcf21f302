package org.noisemark.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noisemark.reports.records.RunRecord.Environment;
import org.noisemark.reports.results.Metric;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/**
 * Times of runs as JMH's JSON, written by JMH itself: a measure is a class, a method a benchmark of
 * it in single-shot mode, a run one iteration. A benchmark's name says all that tells it apart,
 * since some readers leave parameters out and others split them at spaces. Accuracies are left out:
 * readers of the format take less for better.
 */
public final class JmhExport {
  private static final long NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

  private JmhExport() {}

  /**
   * @param measurements those that are no times are passed over
   * @throws IllegalArgumentException if none is a time
   */
  public static byte[] json(List<Measurement> measurements) {
    List<Measurement> times =
        measurements.stream()
            .filter(m -> m.metric() == Metric.TRAIN_TIME || m.metric() == Metric.STEP_TIME_MEDIAN)
            .toList();
    Set<String> constant = constant(times);
    List<RunResult> results = times.stream().map(time -> result(time, constant)).toList();
    if (results.isEmpty()) {
      throw new IllegalArgumentException("no run ended well, so there are no times to export");
    }
    return bytes(results);
  }

  /** Returns the parameters that tell no two measurements apart; the optimizer always stands. */
  private static Set<String> constant(List<Measurement> times) {
    var values = new HashMap<String, Set<String>>();
    for (Measurement time : times) {
      time.parameters()
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new HashSet<>()).add(value));
    }
    values.remove("optimizer");
    values.values().removeIf(distinct -> distinct.size() > 1);
    return values.keySet();
  }

  /** "train-time" as a class: readers put what is in one class on one axis. */
  private static String className(Metric metric) {
    return Stream.of(metric.label().split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Without what readers split names at. */
  private static String word(String text) {
    return text.replaceAll("[^A-Za-z0-9=@-]+", "_");
  }

  /** Whatever JMH measured, in its own JSON. */
  public static byte[] bytes(Collection<RunResult> results) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return bytes.toByteArray();
  }

  private static RunResult result(Measurement measurement, Set<String> constant) {
    String method =
        measurement.parameters().entrySet().stream()
            .filter(parameter -> !constant.contains(parameter.getKey()))
            .map(parameter -> word(parameter.getValue()))
            .collect(Collectors.joining("_"));
    BenchmarkParams params = params(measurement, method.isEmpty() ? "run" : method);
    var iterations = new ArrayList<IterationResult>();
    for (double seconds : measurement.values()) {
      var iteration = new IterationResult(params, params.getMeasurement(), null);
      iteration.addResult(
          new SingleShotResult(
              ResultRole.PRIMARY,
              measurement.metric().label(),
              Math.round(seconds * NANOSECONDS),
              TimeUnit.SECONDS));
      iterations.add(iteration);
    }
    return new RunResult(params, List.of(new BenchmarkResult(params, iterations)));
  }

  private static BenchmarkParams params(Measurement measurement, String method) {
    Environment environment = measurement.environment();
    String name =
        String.format(
            Locale.ROOT,
            "noisemark.%s.%s.%s",
            word(measurement.suite()),
            className(measurement.metric()),
            method);
    String jdk = environment.jvm().substring(environment.jvm().lastIndexOf(' ') + 1);
    return new BenchmarkParams(
        name,
        name,
        false,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        new IterationParams(IterationType.WARMUP, 0, TimeValue.NONE, 1),
        new IterationParams(
            IterationType.MEASUREMENT, measurement.values().size(), TimeValue.NONE, 1),
        Mode.SingleShotTime,
        new WorkloadParams(),
        TimeUnit.SECONDS,
        1,
        environment.jvm(),
        environment.jvmFlags(),
        jdk,
        environment.jvm(),
        jdk,
        Version.getPlainVersion(),
        TimeValue.NONE);
  }
}
