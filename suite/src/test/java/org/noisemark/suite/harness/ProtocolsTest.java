package org.noisemark.suite.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noisemark.datasets.Dataset;
import org.noisemark.datasets.Images;
import org.noisemark.datasets.Normalization;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.records.RunRecord.Status;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.definition.Suites;
import org.noisemark.suite.plan.Plan;

/**
 * Every protocol trains, on made images of the right shape; and its reduced form is of its kind.
 */
@Tag("slow")
class ProtocolsTest {
  static Stream<String> protocols() {
    return Suites.presets().keySet().stream()
        .filter(name -> name.startsWith("protocol-") && !name.endsWith("-reduced"));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void trainsOnBothEngines(String protocol, @TempDir Path directory) throws IOException {
    assertTrains(protocol, "libtorch", directory.resolve("libtorch"));
    assertTrains(protocol, "dl4j", directory.resolve("dl4j"));
    assertTrains(protocol + "-reduced", "libtorch", directory.resolve("reduced"));
  }

  private static void assertTrains(String name, String engine, Path directory) throws IOException {
    var plan = someOf(plan(name, engine));
    var folder = RunFolder.open(directory);
    new Harness(ProtocolsTest::made, false, Duration.ZERO, Optional.empty())
        .run(plan, folder, 2, Progress.quiet());
    for (var cell : plan.cells()) {
      var record = folder.find(cell.runId()).orElseThrow();
      assertEquals(Status.OK, record.status(), () -> name + ": " + record.statusDetail());
    }
  }

  /** What makes a method's row comparable is the same in both forms. */
  @ParameterizedTest
  @MethodSource("protocols")
  void reducedFormDiffersInSizeAlone(String protocol) throws IOException {
    var full = SuiteReader.read(protocol, text(protocol));
    var reduced = Suites.load(protocol + "-reduced");
    assertEquals(full.optimizers(), reduced.optimizers());
    assertEquals(settings(full), settings(reduced));
    assertTrue(reduced.training().epochs() < full.training().epochs());
    assertEquals(Device.CPU, reduced.device());
  }

  private static Object settings(Suite suite) {
    var settings = suite.training().settings();
    List.of("epochs", "examples", "validation_share").forEach(settings::remove);
    return settings;
  }

  /** The files of human labels are those of the tests. */
  private static String text(String protocol) throws IOException {
    return Suites.text(protocol)
        .replace("file: ", "file: ../datasets/src/test/resources/org/noisemark/noise/");
  }

  /** One epoch of two steps. */
  private static Plan plan(String protocol, String engine) throws IOException {
    var text =
        text(protocol)
            .replaceAll("(?m)^device: .*$", "")
            .replaceAll("(?m)^  (epochs|examples|validation_share|batch_size): .*$", "")
            .replaceAll("memorisation_samples: .*", "memorisation_samples: 8")
            .replace(
                "training:\n",
                "training:\n  epochs: 1\n  batch_size: 8\n  examples: 16\n"
                    + "  validation_share: 0.1\n");
    var suite = SuiteReader.read(protocol + ".yaml", text);
    return Plan.of(suite, engine, Device.CPU, OptionalInt.of(1));
  }

  /** Each optimizer once, and each data set, noise and network. */
  private static Plan someOf(Plan plan) {
    var seen = new HashSet<Object>();
    var some = new ArrayList<Cell>();
    for (var cell : plan.cells()) {
      boolean isNew = seen.add(cell.optimizer());
      isNew |= seen.add(cell.dataset());
      isNew |= seen.add(cell.noise());
      isNew |= seen.add(cell.network());
      if (isNew) {
        some.add(cell);
      }
    }
    return new Plan(plan.suite(), some);
  }

  private static Dataset made(Cell.Dataset wanted) {
    int classes = wanted.name().equals("cifar-100") ? 100 : 10;
    int train = 4 * classes;
    int all = train + 10;
    var pixels = new byte[all * 3 * 32 * 32];
    RandomSource.XO_SHI_RO_256_PP.create(7).nextBytes(pixels);
    var images = new Images(3, 32, 32, pixels);
    int[] labels = IntStream.range(0, all).map(row -> row % classes).toArray();
    return new Dataset(
        wanted.name(),
        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
        new Normalization(new double[] {0.5, 0.5, 0.5}, new double[] {0.3, 0.3, 0.3}),
        images.select(IntStream.range(0, train).toArray()),
        IntStream.range(0, train).map(row -> labels[row]).toArray(),
        images.select(IntStream.range(train, all).toArray()),
        IntStream.range(train, all).map(row -> labels[row]).toArray());
  }
}
