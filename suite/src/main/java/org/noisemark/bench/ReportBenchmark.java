package org.noisemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.Folders;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All reports on many runs, from records in memory to files: those of the published {@code quick}
 * under other seeds.
 *
 * <pre>suite/bin/noisemark bench --filter ReportBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReportBenchmark {
  @Param("reports/published/quick")
  public String directory;

  @Param({"90", "1020", "10020"})
  public int runs;

  private List<RunRecord> records;
  private Path folder;

  @Setup
  public void setUp() throws IOException {
    records = RekeyedRuns.of(RunRecords.readAll(List.of(Path.of(directory))), runs).toList();
    folder = Files.createTempDirectory("noisemark-reports");
  }

  @Benchmark
  public void report() throws IOException {
    Reports.of(records).write(folder);
  }

  @TearDown
  public void tearDown() throws IOException {
    Folders.delete(folder);
  }
}
