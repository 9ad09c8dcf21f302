package org.noisemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.datasets.DataHome;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.cluster.ClusterRequest;
import org.noisemark.suite.harness.Harness;
import org.noisemark.suite.harness.Progress;
import org.noisemark.suite.plan.Plan;

/** Spark in this process, whose tasks are threads. */
@Tag("slow")
class SparkExecutorTest {
  private static final Plan PLAN =
      SmallSuite.plan(SmallSuite.text(2, 2, "{name: sgd}, {name: sam}"));

  @TempDir Path folder;

  @Test
  void givesTheRecordsOfThreads() throws IOException {
    var threads = RunFolder.open(folder.resolve("threads"));
    harness().run(PLAN, threads, 2, Progress.quiet());
    var out = folder.resolve("o ut");
    var epochs = ConcurrentHashMap.<String>newKeySet();
    var summary =
        run(
            out,
            Optional.empty(),
            new Progress() {
              @Override
              public void finished(Cell cell, RunRecord record) {
                epochs.add(cell.runId());
              }
            });
    assertEquals(new Harness.Summary(4, 0, 0, false), summary);
    assertEquals(4, epochs.size());
    assertEquals(SmallSuite.results(threads), SmallSuite.results(RunFolder.open(out)));
    assertEquals(names(threads.directory()), names(out), "parameters, and nothing besides");
    assertEquals(new Harness.Summary(0, 4, 0, false), run(out, Optional.empty(), Progress.quiet()));
  }

  @Test
  void takesWhatAnotherFolderHoldsAndTrainsTheRest() throws IOException {
    var store = folder.resolve("store");
    var first = folder.resolve("first");
    run(first, Optional.of(store.toUri().toString()), Progress.quiet());
    assertEquals(names(first), names(store), "complete without the driver");
    Path damaged = RunRecords.file(store, PLAN.cells().get(1).runId());
    Files.writeString(damaged, Files.readString(damaged).substring(0, 1000));
    Files.delete(RunRecords.file(store, PLAN.cells().get(2).runId()));
    var second = folder.resolve("second");
    var summary = run(second, Optional.of(store.toUri().toString()), Progress.quiet());
    assertEquals(new Harness.Summary(2, 2, 0, false), summary);
    var expected = SmallSuite.results(RunFolder.open(first));
    assertEquals(expected, SmallSuite.results(RunFolder.open(second)));
    assertEquals(expected, SmallSuite.results(RunFolder.open(store)));
    assertEquals(names(first), names(second));
  }

  @Test
  void aFailingCellIsOneFailedRecord() throws IOException {
    var wild =
        SmallSuite.plan(SmallSuite.text(2, 1, "{name: sgd, learning_rate: 1.0e30}, {name: sgd}"));
    var out = folder.resolve("out");
    var summary = run(wild, out, Optional.empty(), Progress.quiet());
    assertEquals(new Harness.Summary(2, 0, 1, false), summary);
    var statuses =
        RunFolder.open(out).records().stream().map(RunRecord::status).collect(Collectors.toSet());
    assertEquals(Set.of(RunRecord.Status.OK, RunRecord.Status.DIVERGED), statuses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spark://127.0.0.1:1            |                           | no Spark master answers (127.0.0.1:1: Connection refused)
          spark://somewhere              |                           | expected spark://HOST:PORT
          local-cluster[2,1]             |                           | expected spark://HOST:PORT
          local-cluster[0,1,512]         |                           | at least 1 of its executors
          local[0]                       |                           | at least 1 of its threads
          mesos://host:5050              |                           | expected spark://HOST:PORT
          spark-submit                   |                           | for runs that spark-submit started
          k8s://https://127.0.0.1:1      |                           | Spark does not start
          local-cluster[1,1,8]           |                           | Spark does not start
          local[2]                       | spark.task.maxFailures=0  | expected a whole number from 1 on
          local[1]                       |                           | --workers is 2, but --cluster local[1] says 1
          """)
  void refusesInOneLineAndLeavesNothing(String address, String setting, String names) {
    var out = folder.resolve("out");
    var settings = setting == null ? Map.<String, String>of() : Map.of(setting.split("=")[0], "0");
    var workers = address.equals("local[1]") ? OptionalInt.of(2) : OptionalInt.empty();
    var request =
        new ClusterRequest(
            address, settings, workers, Device.CPU, out, Optional.empty(), Duration.ZERO, false);
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new SparkCluster().connect(request).close());
    assertTrue(refusal.getMessage().contains(names), refusal.getMessage());
    assertTrue(Files.notExists(out));
  }

  private static Harness harness() {
    return new Harness(DataHome.byDefault(), false, Duration.ZERO, Optional.empty());
  }

  private Harness.Summary run(Path out, Optional<String> records, Progress progress)
      throws IOException {
    return run(PLAN, out, records, progress);
  }

  private static Harness.Summary run(
      Plan plan, Path out, Optional<String> records, Progress progress) throws IOException {
    var request =
        new ClusterRequest(
            "local[2]",
            Map.of(),
            OptionalInt.empty(),
            Device.CPU,
            out,
            records,
            Duration.ZERO,
            false);
    try (var executor = new SparkCluster().connect(request)) {
      return harness().run(plan, RunFolder.open(out), executor, progress);
    }
  }

  private static Set<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory.resolve("cells"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
