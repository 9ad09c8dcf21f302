package org.noisemark.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * Times of runs as JMH's JSON, written by JMH itself: a method is a benchmark in single-shot mode,
 * a run one iteration. Accuracies are left out: readers of the format take less for better.
 */
public final class JmhExport {
  private static final long NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

  private JmhExport() {}

  /**
   * @param measurements those that are no times are passed over
   * @throws IllegalArgumentException if none is a time
   */
  public static byte[] json(List<Measurement> measurements) {
    List<RunResult> results =
        measurements.stream()
            .filter(m -> m.metric() == Metric.TRAIN_TIME || m.metric() == Metric.STEP_TIME_MEDIAN)
            .map(JmhExport::result)
            .toList();
    if (results.isEmpty()) {
      throw new IllegalArgumentException("no run ended well, so there are no times to export");
    }
    return bytes(results);
  }

  /** Whatever JMH measured, in its own JSON. */
  public static byte[] bytes(Collection<RunResult> results) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return bytes.toByteArray();
  }

  private static RunResult result(Measurement measurement) {
    BenchmarkParams params = params(measurement);
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

  private static BenchmarkParams params(Measurement measurement) {
    Environment environment = measurement.environment();
    String name = "noisemark.%s.%s".formatted(measurement.suite(), measurement.metric().label());
    String jdk = environment.jvm().substring(environment.jvm().lastIndexOf(' ') + 1);
    var parameters = new WorkloadParams();
    measurement.parameters().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey()))
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue(), 0));
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
        parameters,
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
