package org.noisemark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.datasets.DataHome;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.harness.Harness;
import org.noisemark.suite.harness.Progress;

/** Two executors in processes of their own, and a driver in another, of which some are killed. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class LostProcessesTest {
  private static final String OPTIMIZERS = "{name: sgd}, {name: sam}, {name: psam}";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    for (var process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** What finds GPUs for Spark, and what describes them for us, on a machine that has none. */
  private List<String> fakeGpus() throws IOException {
    script(
        "nvidia-smi",
        """
        echo '0, GPU-1, NVIDIA H100, 580.95.05, 81559, 9.0'
        echo '1, GPU-2, NVIDIA H100, 580.95.05, 81559, 9.0'
        """);
    var discovery = script("discovery", "echo '{\"name\": \"gpu\", \"addresses\": [\"1\"]}'\n");
    return List.of(
        "spark.worker.resource.gpu.amount=1",
        "spark.worker.resource.gpu.discoveryScript=" + discovery,
        "spark.executor.resource.gpu.amount=1",
        "spark.task.resource.gpu.amount=1",
        "spark.executorEnv.PATH=" + folder + ":" + System.getenv("PATH"));
  }

  private Path script(String name, String body) throws IOException {
    var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  /**
   * The driver is killed when some cells have a record; the next goes on, one of its executors is
   * killed, one cell ends every process that trains it, and GPUs, which are made up, are those that
   * Spark has given.
   */
  @Test
  void loseNoRecord() throws Exception {
    String good = SmallSuite.text(12, 2, OPTIMIZERS);
    var threads = RunFolder.open(folder.resolve("threads"));
    new Harness(DataHome.byDefault(), false, Duration.ZERO, Optional.empty())
        .run(SmallSuite.plan(good), threads, 2, Progress.quiet());

    var first = start(good);
    await(() -> records() >= 1 && executors(first).size() == 2);
    var orphans = executors(first);
    first.destroyForcibly().waitFor();
    await(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
    int kept = records();
    assertTrue(kept < 6, "killed too late: " + kept);

    var second = start(SmallSuite.text(12, 2, OPTIMIZERS + ", {name: halting}, {name: telling}"));
    await(() -> executors(second).size() == 2 && log().contains("side by side"));
    executors(second).get(0).destroyForcibly();
    assertTrue(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::log);
    assertEquals(1, second.exitValue(), this::log);
    assertTrue(log().contains("was lost"), this::log);

    var folderOfAll = RunFolder.open(out());
    var failed =
        folderOfAll.records().stream().filter(run -> run.status() != RunRecord.Status.OK).toList();
    assertEquals(4, failed.size(), "two cells that end their process, and two that tell");
    for (var run : failed) {
      assertEquals(RunRecord.Status.ERROR, run.status());
      assertTrue(
          run.statusDetail()
              .startsWith(
                  run.cell().optimizer().name().equals("halting")
                      ? "lost 2 times"
                      : "IllegalStateException: GPU 1"),
          run.statusDetail());
    }
    var results = SmallSuite.results(folderOfAll);
    failed.forEach(run -> results.remove(run.runId()));
    assertEquals(SmallSuite.results(threads), results);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Process start(String suite) throws IOException {
    var file = Files.writeString(folder.resolve("small.yaml"), suite);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("src", "main", "launcher", "options").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.noisemark.cli.Main");
    command.addAll(List.of("run", file.toString(), "--out", out().toString()));
    command.addAll(List.of("--cluster", "local-cluster[2,1,512]"));
    command.addAll(List.of("--cluster-conf", "spark.task.maxFailures=2"));
    for (var setting : fakeGpus()) {
      command.addAll(List.of("--cluster-conf", setting));
    }
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    started.add(process);
    return process;
  }

  private static List<ProcessHandle> executors(Process driver) {
    return driver.descendants().filter(LostProcessesTest::isExecutor).toList();
  }

  private static boolean isExecutor(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("java")).isPresent();
  }

  private int records() {
    try (var files = Files.list(out().resolve("cells"))) {
      return (int)
          files.filter(file -> file.getFileName().toString().matches("r\\w+\\.json")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"), UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, this::log);
      Thread.sleep(50);
    }
  }
}
