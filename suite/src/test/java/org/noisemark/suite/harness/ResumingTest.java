package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.machine.Machine;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.checkpoint.Checkpoints;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.plan.Plan;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Preparation;
import org.noisemark.suite.training.TrainedCell;

/** A cell that was stopped ends in what it would have ended in undisturbed. */
@Tag("slow")
class ResumingTest {
  /** Nine steps; everything that is random in a training. */
  private static final String SUITE =
      """
      name: resumed
      version: 1.0.0
      summary: for tests
      datasets: [fashion-mnist-mini]
      noises:
        - kind: symmetric-exclusive@1
          rate: 0.4
      networks:
        - %s
      optimizers:
        - name: %s
      training:
        epochs: 3
        batch_size: 16
        learning_rate: 0.05
        descent: %s
        augmentation: flip-crop-cutout
        label_smoothing: 0.1
        mixup: 1.0
        warmup_epochs: 1
        examples: 44
      evaluation:
        every_epochs: 2
        memorisation_samples: 20
        keep_parameters: [1]
      seeds: 1
      """;

  @TempDir Path directory;
  private final List<String> told = new ArrayList<>();

  private static List<Cell> cells(
      String network, String optimizers, String descent, String engine) {
    var text = String.format(Locale.ROOT, SUITE, network, optimizers, descent);
    var suite = SuiteReader.read("resumed.yaml", text);
    return Plan.of(suite, engine, Device.CPU, OptionalInt.empty()).cells();
  }

  private CellRunner runner(String engine, Duration timeout, Checkpoints checkpoints) {
    return new CellRunner(
        new Preparation(name -> Tiny.DATA),
        Machine.environment(Engines.named(engine), Device.CPU, 1),
        timeout,
        true,
        checkpoints);
  }

  private RunRecord undisturbed(Cell cell) throws InterruptedException {
    return runner(cell.engine().name(), Duration.ZERO, Checkpoints.none())
        .run(cell, epoch -> {})
        .record();
  }

  /** Gives the cell up again and again, each time a little later, until it comes to its end. */
  private TrainedCell stoppedOften(Cell cell) throws InterruptedException {
    return stoppedOften(cell, 1);
  }

  private TrainedCell stoppedOften(Cell cell, double first) throws InterruptedException {
    var checkpoints = Checkpoints.in(directory, Duration.ZERO, told::add);
    for (double milliseconds = first; ; milliseconds *= 1.3) {
      var limit = Duration.ofNanos((long) (1e6 * milliseconds));
      var result = runner(cell.engine().name(), limit, checkpoints).run(cell, epoch -> {});
      if (result.record().status() != Status.TIMEOUT) {
        return result;
      }
    }
  }

  private static void assertSame(RunRecord expected, RunRecord actual) {
    String what = expected.cell().label();
    assertEquals(Status.OK, actual.status(), actual.statusDetail());
    assertEquals(expected.initialParametersSha256(), actual.initialParametersSha256(), what);
    assertEquals(expected.finalParametersSha256(), actual.finalParametersSha256(), what);
    assertEquals(expected.keptParametersSha256(), actual.keptParametersSha256(), what);
    assertEquals(withoutTimes(expected), withoutTimes(actual), what);
    assertEquals(expected.accuracy(), actual.accuracy(), what);
    assertEquals(expected.test(), actual.test(), what);
    var cost = actual.cost();
    assertEquals(expected.cost().gradientEvaluations(), cost.gradientEvaluations(), what);
    assertEquals(expected.cost().forwardPasses(), cost.forwardPasses(), what);
    assertEquals(expected.cost().samples(), cost.samples(), what);
    assertEquals(expected.cost().flops(), cost.flops(), what);
    assertEquals(
        cost.totalSeconds(),
        cost.trainSeconds() + cost.evalSeconds() + cost.dataSeconds() + cost.otherSeconds(),
        1e-6);
  }

  private static String withoutTimes(RunRecord record) {
    return record.curve().stream()
        .map(epoch -> epoch.toString().replaceAll("trainSeconds=[^,]*", ""))
        .collect(Collectors.joining("\n"));
  }

  static Stream<String> optimizers() {
    return Optimizers.REGISTRY.names().stream();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerEndsInTheSameBits(String optimizer) throws InterruptedException {
    for (var descent : List.of("sgd", "adamw")) {
      for (var cell : cells("{name: perceptron, dropout: 0.2}", optimizer, descent, "reference")) {
        assertSame(undisturbed(cell), stoppedOften(cell).record());
      }
    }
    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @CsvSource({"reference", "dl4j", "libtorch"})
  void everyEngineGoesOnWithItsStatistics(String engine) throws InterruptedException {
    var cell = cells("resnet20", "fsam", "sgd", engine).get(0);
    var record = stoppedOften(cell, 200).record();
    assertSame(undisturbed(cell), record);
    assertTrue(record.resumed() >= 1);
  }

  @Test
  void tellsHowOftenItWasResumed() throws InterruptedException {
    var cell = cells("mlp", "sam", "sgd", "reference").get(0);
    assertNull(undisturbed(cell).resumed());
    assertTrue(stoppedOften(cell).record().resumed() >= 1);
  }

  @Test
  void whatIsDamagedIsLeftOutOfAccountInALine() throws IOException, InterruptedException {
    var cell = cells("mlp", "fsam", "sgd", "reference").get(0);
    var expected = undisturbed(cell);
    stoppedOften(cell);
    var file = directory.resolve("cells").resolve("." + cell.runId() + ".checkpoint");
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(5);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      if (i % 3 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      told.clear();
      var checkpoints = Checkpoints.in(directory, Duration.ofDays(1), told::add);
      var record = runner("reference", Duration.ZERO, checkpoints).run(cell, e -> {}).record();
      assertSame(expected, record);
      assertTrue(told.size() == 1 || record.resumed() != null, "resumed or said why not");
      told.forEach(line -> assertFalse(line.contains("\n"), line));
    }
  }

  @Test
  void ofAnotherEnvironmentOrCellItIsNotGoneOnWith() throws IOException, InterruptedException {
    var cell = cells("mlp", "sam", "sgd", "reference").get(0);
    stoppedOften(cell);
    var checkpoints = Checkpoints.in(directory, Duration.ofDays(1), told::add);
    var elsewhere =
        new CellRunner(
            new Preparation(name -> Tiny.DATA),
            Machine.environment(Engines.named("reference"), Device.CPU, 2),
            Duration.ZERO,
            true,
            checkpoints);
    assertNull(elsewhere.run(cell, epoch -> {}).record().resumed());
    assertTrue(
        told.get(0)
            .endsWith("was written in another environment: its cell is trained from the start"),
        told.get(0));

    var other = cells("mlp", "sgd", "sgd", "reference").get(0);
    var cells = directory.resolve("cells");
    Files.copy(
        cells.resolve("." + cell.runId() + ".checkpoint"),
        cells.resolve("." + other.runId() + ".checkpoint"));
    assertNull(
        runner("reference", Duration.ZERO, checkpoints).run(other, e -> {}).record().resumed());
    assertTrue(told.get(1).contains("is of another cell"), told.get(1));
  }
}
