package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.external.EngineTrainer;

/** A program that trains, behind the protocol. */
@Tag("slow")
class ExternalTrainingTest {
  private static final String SUITE =
      """
      name: tiny
      version: 1.2.3
      summary: for tests
      datasets: [fashion-mnist-mini]
      noises:
        - kind: symmetric-exclusive@1
          rate: 0.4
      networks: [perceptron]
      trainers:
        - name: other
          command: %s
      optimizers:
        - name: sgd
        - name: sgd
          trainer: other
        - name: sam
          rho: 0.1
        - name: sam
          rho: 0.1
          trainer: other
      training:
        epochs: 3
        batch_size: 32
        learning_rate: 0.05
        warmup_epochs: 1
      evaluation:
        every_epochs: 2
        memorisation_samples: 100
      seeds: 1
      engine: reference
      """;
  private static final String ONE =
      SUITE
          .replace("  - name: sgd\n  - name: sgd\n    trainer", "  - name: sgd\n    trainer")
          .replaceAll("(?s)  - name: sam\n.*?training:", "training:");

  @TempDir Path directory;

  /** Everything that a training depends on has gone through the protocol if not a bit differs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "momentum: 0.9",
        "nesterov: true\n  weight_decay: 0.01\n  augmentation: flip-crop-cutout",
        "label_smoothing: 0.1\n  mixup: 0.4\n  augmentation: flip-crop"
      })
  void givesTheParametersThatTheSameEngineGivesInTheHarness(String settings) throws IOException {
    var records = run(suite(SUITE).replace("warmup_epochs: 1", "warmup_epochs: 1\n  " + settings));

    assertEquals(4, records.size());
    var byOptimizer =
        records.stream().collect(Collectors.groupingBy(r -> r.cell().optimizer().name()));
    byOptimizer.forEach(
        (name, two) -> {
          var own = two.stream().filter(r -> r.external() == null).findFirst().orElseThrow();
          var external = two.stream().filter(r -> r.external() != null).findFirst().orElseThrow();
          assertEquals(Status.OK, external.status(), external.statusDetail());
          assertEquals(own.labels(), external.labels());
          assertEquals(own.initialParametersSha256(), external.initialParametersSha256());
          assertEquals(own.finalParametersSha256(), external.finalParametersSha256());
          assertEquals(own.accuracy(), external.accuracy());
          assertEquals(own.test(), external.test());
          assertEquals(own.cost().gradientEvaluations(), external.cost().gradientEvaluations());
          assertEquals(own.cost().forwardPasses(), external.cost().forwardPasses());
          assertEquals(own.cost().samples(), external.cost().samples());
          assertEquals(own.cost().flops(), external.cost().flops());
          for (int i = 0; i < 3; i++) {
            var a = own.curve().get(i);
            var b = external.curve().get(i);
            assertEquals(a.trainLoss(), b.trainLoss(), 1e-12);
            assertEquals(a.learningRate(), b.learningRate());
            assertEquals(a.testAccuracy(), b.testAccuracy());
            assertEquals(a.validationAccuracy(), b.validationAccuracy());
            assertEquals(a.flippedNoisyAccuracy(), b.flippedNoisyAccuracy());
            assertEquals(a.flippedAuroc(), b.flippedAuroc());
          }
        });
  }

  @Test
  void recordSaysWhatTrained() throws IOException {
    var record = run(suite(ONE)).get(0);

    assertEquals("external", record.cell().engine().name());
    assertEquals("reference", record.cell().engine().board());
    assertEquals("engine-trainer", record.external().program());
    assertEquals("1.5", record.external().version());
    assertEquals("1.5", record.environment().engineVersions().get("engine-trainer"));
    assertEquals("64", record.environment().engineVersions().get("engine-library"));
    assertTrue(
        record.cell().hyperparameters().get("trainer").toString().matches("other [0-9a-f]{8}"));
    float[] logits = KeptParameters.read(KeptParameters.logits(directory, record.runId()));
    assertEquals(KeptParameters.sha256(logits), record.external().logitsSha256());
    assertTrue(record.cost().peakHostMemoryBytes() > 1 << 20);
    assertNull(record.cost().peakHeapMemoryBytes());
    assertNull(record.cost().stepMedianSeconds());
    assertTrue(record.cost().trainSeconds() > 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dies | other ended with exit code 7 before it answered 'train': out of luck: seven [31mred [0m herrings",
        "garbage | other answered 'cell' with loading torch ...: ",
        "future | protocol is 2, expected 1",
        "confused | expected a message of the type \"trained\", got \"logits\"",
        "talkative | unknown field \"mood\"",
        "lazy | other told steps 1, expected 12",
        "flipped | test has the sha256 ",
        "short | test has the length 7996, expected 8000 bytes",
        "wide | train has the type float64, expected float32",
        "climbs | train has the file ../train, expected a name in the cell's folder",
        "links | train has the file train, expected a regular file",
        "flood | other wrote a line of more than 1048576 bytes",
        "orphan | other ended with exit code 3 before it answered 'train'"
      })
  void wrongProgramIsOneFailedCellWithALine(String fault, String line) throws IOException {
    var record = run(suite(ONE, fault)).get(0);

    assertEquals(Status.ERROR, record.status());
    assertTrue(record.statusDetail().contains(line), record.statusDetail());
    assertTrue(record.statusDetail().length() < 1000);
    assertEquals(1, record.statusDetail().lines().count());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"diverges", "infinite"})
  void lossOrLogitsThatAreNotFiniteHaveDiverged(String fault) throws IOException {
    assertEquals(Status.DIVERGED, run(suite(ONE, fault)).get(0).status());
  }

  @Test
  void programMaySayMuchToPeople() throws IOException {
    var record = run(suite(ONE, "whispers")).get(0);
    assertEquals(Status.OK, record.status(), record.statusDetail());
  }

  @Test
  void programNeedNotTellItsParameters() throws IOException {
    var record = run(suite(ONE, "secretive")).get(0);

    assertEquals(Status.OK, record.status(), record.statusDetail());
    assertNull(record.finalParametersSha256());
    assertNotNull(record.initialParametersSha256());
  }

  @Test
  void hangingProgramIsEndedWithItsChildrenWhenTheTimeIsOver() throws IOException {
    var harness = new Harness(name -> Tiny.DATA, false, Duration.ofSeconds(3), Optional.empty());
    harness.run(Tiny.plan(suite(ONE, "hangs")), RunFolder.open(directory), 1, Progress.quiet());

    var record = RunRecords.readAll(List.of(directory)).get(0);
    assertEquals(Status.TIMEOUT, record.status(), record.statusDetail());
    assertNothingIsLeft();
  }

  @Test
  void planIsRefusedWithoutTheProgram() {
    var suite = ONE.replace("%s", "[no-such-program-here]");
    var e = assertThrows(IllegalArgumentException.class, () -> run(suite));
    assertEquals(
        "trainer other: there is no program 'no-such-program-here' that can be run on the PATH",
        e.getMessage());
    assertFalse(Files.exists(directory.resolve("cells")));
  }

  /** No process that a cell has started outlives it. */
  private static void assertNothingIsLeft() {
    List<String> left = started();
    for (int i = 0; i < 100 && !left.isEmpty(); i++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      left = started();
    }
    assertEquals(List.of(), left);
  }

  private static List<String> started() {
    String sleeping = EngineTrainer.secondsOfChildren(ProcessHandle.current().pid());
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(ProcessHandle::isAlive)
          .map(process -> process.info().commandLine().orElse(""))
          .filter(line -> line.endsWith("sleep " + sleeping))
          .toList();
    }
  }

  private List<RunRecord> run(String suite) throws IOException {
    Tiny.harness().run(Tiny.plan(suite), RunFolder.open(directory), 1, Progress.quiet());
    return RunRecords.readAll(List.of(directory));
  }

  private static String suite(String suite, String... fault) {
    return suite.replace(
        "%s",
        EngineTrainer.command(fault).stream()
            .map(part -> "\"" + part.replace("\\", "\\\\") + "\"")
            .collect(Collectors.joining(", ", "[", "]")));
  }
}
