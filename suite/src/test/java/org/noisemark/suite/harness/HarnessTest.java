package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.engine.Device;
import org.noisemark.gpu.ThreadGpu;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.plan.Plan;

@Tag("slow")
class HarnessTest {
  @TempDir Path directory;

  @Test
  void sameSuiteTwiceGivesTheSameAccuraciesAndParameters() throws IOException {
    Tiny.run(Tiny.plan(), directory.resolve("a"));
    Tiny.harness().run(Tiny.plan(), RunFolder.open(directory.resolve("b")), 1, Progress.quiet());

    var once = byId(directory.resolve("a"));
    var again = byId(directory.resolve("b"));
    assertEquals(8, once.size());
    once.forEach((id, record) -> assertSameResult(record, again.get(id)));
  }

  @Test
  void armsOfAGroupStartAlikeAndSeeTheSameLabels() throws IOException {
    Tiny.run(Tiny.plan(), directory);

    var records = byId(directory).values();
    for (var a : records) {
      assertEquals(Status.OK, a.status(), a.statusDetail());
      for (var b : records) {
        boolean sameSeed = a.cell().seed() == b.cell().seed();
        boolean sameNoise = a.cell().noise().equals(b.cell().noise());
        assertEquals(sameSeed, a.initialParametersSha256().equals(b.initialParametersSha256()));
        assertEquals(sameNoise, a.labels().sha256().equals(b.labels().sha256()));
        if (!a.runId().equals(b.runId())) {
          assertNotEquals(a.finalParametersSha256(), b.finalParametersSha256());
        }
      }
    }
  }

  @Test
  void withoutAPerturbationPsamIsSgdStepForStep() throws IOException {
    Tiny.run(Tiny.plan(Tiny.SUITE.replace("rho: 0.1", "rho: 0")), directory);

    var finals =
        byId(directory).values().stream()
            .collect(
                Collectors.groupingBy(
                    record -> record.cell().seed() + record.cell().noise().label(),
                    Collectors.mapping(RunRecord::finalParametersSha256, Collectors.toSet())));
    finals.forEach((group, hashes) -> assertEquals(1, hashes.size(), group));
  }

  @Test
  void trainsNothingTwice() throws IOException {
    Tiny.run(Tiny.plan(), directory);
    var before = contents();

    var summary = Tiny.run(Tiny.plan(), directory);

    assertEquals(new Harness.Summary(0, 8, 0, false), summary);
    assertEquals(before, contents());
  }

  @Test
  void trainsExactlyWhatIsMissing() throws IOException {
    var plan = Tiny.plan();
    Tiny.run(plan, directory);
    var before = contents();
    var records = byId(directory);
    var lost = plan.cells().get(5);
    Files.delete(file(lost));

    var summary = Tiny.run(plan, directory);

    assertEquals(new Harness.Summary(1, 7, 0, false), summary);
    assertSameResult(records.get(lost.runId()), RunRecords.read(file(lost)));
    before.remove(file(lost));
    var after = contents();
    after.remove(file(lost));
    assertEquals(before, after);
  }

  @Test
  void trainsAgainWhatCannotBeRead() throws IOException {
    var plan = Tiny.plan();
    Tiny.run(plan, directory);
    Files.writeString(file(plan.cells().get(0)), "{\"format\": 1,");

    assertEquals(new Harness.Summary(1, 7, 0, false), Tiny.run(plan, directory));
    assertEquals(8, byId(directory).size());
  }

  @Test
  void oneDivergedCellDoesNotStopTheOthers() throws IOException {
    var plan = Tiny.plan(Tiny.SUITE.replace("rho: 0.1", "learning_rate: 1e6\n    momentum: 0.99"));

    var summary = Tiny.run(plan, directory);

    assertEquals(new Harness.Summary(8, 0, 4, false), summary);
    for (var record : byId(directory).values()) {
      boolean psam = record.cell().optimizer().name().equals("psam");
      assertEquals(psam ? Status.DIVERGED : Status.OK, record.status());
      assertEquals(psam, record.statusDetail().startsWith("the loss became "));
    }
    assertEquals(new Harness.Summary(0, 8, 4, false), Tiny.run(plan, directory), "kept");
    var retrying = new Harness(name -> Tiny.DATA, true, Duration.ZERO, Optional.empty());
    assertEquals(
        new Harness.Summary(4, 4, 4, false),
        retrying.run(plan, RunFolder.open(directory), 2, Progress.quiet()));
  }

  @Test
  void aCellThatTakesTooLongIsRecordedAsSuch() throws IOException {
    var impatient = new Harness(name -> Tiny.DATA, false, Duration.ofNanos(1), Optional.empty());

    impatient.run(Tiny.plan(), RunFolder.open(directory), 2, Progress.quiet());

    byId(directory).values().forEach(r -> assertEquals(Status.TIMEOUT, r.status()));
  }

  @Test
  void refusesBeforeTrainingWhatCannotBeTrained() {
    var unfound =
        new Harness(
            name -> {
              throw new IOException(name + " is nowhere");
            },
            false,
            Duration.ZERO,
            Optional.empty());

    assertThrows(
        IOException.class,
        () -> unfound.run(Tiny.plan(), RunFolder.open(directory), 1, Progress.quiet()));
    var onGpu = SuiteReader.read("tiny.yaml", Tiny.SUITE);
    assertThrows(
        IllegalArgumentException.class,
        () -> Tiny.run(Plan.of(onGpu, "reference", Device.CUDA, OptionalInt.of(1)), directory));
    assertThrows(
        IllegalArgumentException.class,
        () -> Tiny.harness().run(Tiny.plan(), RunFolder.open(directory), 0, Progress.quiet()));
    assertFalse(Files.exists(directory.resolve("cells")));
  }

  private void assertSameResult(RunRecord a, RunRecord b) {
    assertEquals(a.cell(), b.cell());
    assertEquals(a.accuracy(), b.accuracy());
    assertEquals(a.labels(), b.labels());
    assertEquals(a.initialParametersSha256(), b.initialParametersSha256());
    assertEquals(a.finalParametersSha256(), b.finalParametersSha256());
    assertEquals(withoutTimes(a.curve()), withoutTimes(b.curve()));
    assertEquals(a.cost().gradientEvaluations(), b.cost().gradientEvaluations());
    assertEquals(a.cost().flops(), b.cost().flops());
    assertTrue(a.status() == Status.OK && b.status() == Status.OK);
  }

  /** Two harnesses, as two processes would, each with its own view of the folder. */
  @Test
  void workersAreSpreadOverGpus() throws IOException {
    var gpus = new ConcurrentHashMap<Thread, Set<Integer>>();
    var all = new CyclicBarrier(4);
    var progress =
        new Progress() {
          @Override
          public void started(Cell cell, String where) {
            if (!gpus.containsKey(Thread.currentThread())) { // each trains at least one
              try {
                all.await(1, TimeUnit.MINUTES);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            }
            gpus.computeIfAbsent(Thread.currentThread(), each -> new HashSet<>())
                .add(ThreadGpu.ordinal());
          }
        };
    Tiny.harness().run(Tiny.plan(), RunFolder.open(directory), new ThreadExecutor(4, 2), progress);
    assertEquals(
        List.of(Set.of(0), Set.of(0), Set.of(1), Set.of(1)),
        gpus.values().stream()
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList());
    assertEquals(0, ThreadGpu.ordinal());
  }

  @Test
  void twoRunsInOneFolderShareTheCells() throws Exception {
    var plan = Tiny.plan();
    var both = Executors.newFixedThreadPool(2);
    var told = new ConcurrentLinkedQueue<String>();
    try {
      Callable<Harness.Summary> one =
          () ->
              Tiny.harness()
                  .run(
                      plan,
                      RunFolder.open(directory),
                      2,
                      new Progress() {
                        @Override
                        public void note(String message) {
                          told.add(message);
                        }
                      });
      var runs = both.invokeAll(List.of(one, one));
      int trained = 0;
      for (var run : runs) {
        trained += run.get().trained();
        assertEquals(plan.cells().size(), run.get().trained() + run.get().kept());
      }
      assertEquals(plan.cells().size(), trained, "each cell once");
    } finally {
      both.shutdownNow();
    }
    assertTrue(told.size() <= 2, "each is told at most once");
    try (var files = Files.list(directory.resolve("cells"))) {
      assertEquals(plan.cells().size(), files.count(), "no claim is left");
    }
  }

  @Test
  void aCellThatAnotherRunHasIsWaitedFor() throws Exception {
    var plan = Tiny.plan();
    var first = plan.cells().get(0);
    var claim = Claim.of(directory, first.runId()).orElseThrow();
    var pool = Executors.newSingleThreadExecutor();
    try {
      var run =
          pool.submit(
              () -> Tiny.harness().run(plan, RunFolder.open(directory), 1, Progress.quiet()));
      while (RunFolder.open(directory).readable().size() < plan.cells().size() - 1) {
        Thread.sleep(20);
      }
      assertFalse(run.isDone());
      assertFalse(Files.exists(file(first)));
      claim.release(); // it died
      assertEquals(plan.cells().size(), run.get().trained());
    } finally {
      pool.shutdownNow();
    }
    assertTrue(Files.exists(file(first)));
  }

  @Test
  void refusesABatchOfMoreThanTheTrainingSplit() {
    var plan = Tiny.plan(Tiny.SUITE.replace("batch_size: 32", "batch_size: 361"));

    var failure = assertThrows(IllegalArgumentException.class, () -> Tiny.run(plan, directory));
    assertTrue(failure.getMessage().contains("more than the 360 training examples"));
    assertFalse(Files.exists(directory.resolve("cells")));
  }

  private static List<RunRecord.Epoch> withoutTimes(List<RunRecord.Epoch> curve) {
    return curve.stream()
        .map(
            e ->
                new RunRecord.Epoch(
                    e.epoch(),
                    e.learningRate(),
                    e.trainLoss(),
                    e.validationAccuracy(),
                    e.testAccuracy(),
                    e.cleanSubsetAccuracy(),
                    e.flippedNoisyAccuracy(),
                    e.flippedTrueAccuracy(),
                    e.gradientEvaluations(),
                    0,
                    e.flippedAuroc()))
        .toList();
  }

  private Path file(Cell cell) {
    return directory.resolve("cells").resolve(cell.runId() + ".json");
  }

  private static Map<String, RunRecord> byId(Path directory) throws IOException {
    return RunRecords.readAll(List.of(directory)).stream()
        .collect(Collectors.toMap(RunRecord::runId, Function.identity()));
  }

  /** Returns the text and the time of change of each file. */
  private Map<Path, List<Object>> contents() throws IOException {
    var contents = new HashMap<Path, List<Object>>();
    try (var files = Files.list(directory.resolve("cells"))) {
      for (var file : files.toList()) {
        contents.put(file, List.of(Files.readString(file), Files.getLastModifiedTime(file)));
      }
    }
    return contents;
  }
}
