package org.noisemark.suite.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.definition.Suites;
import org.noisemark.suite.harness.Tiny;

class PlanTest {
  @Test
  void isEveryCombinationOnceSeedBySeed() {
    var cells = Tiny.plan().cells();

    assertEquals(2 * 2 * 2, cells.size());
    assertEquals(8, ids(cells).size());
    assertEquals(List.of(1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L), cells.stream().map(Cell::seed).toList());
    assertEquals(
        List.of("sgd", "psam"),
        cells.subList(0, 2).stream().map(cell -> cell.optimizer().name()).toList());
    assertEquals(cells, Tiny.plan().cells());
  }

  @Test
  void quickComparesFiveOptimizersUnderFourNoises() throws IOException {
    var suite = Suites.load("quick");
    var plan = Plan.of(suite, "reference", Device.CPU, OptionalInt.empty());

    assertEquals(60, plan.cells().size());
    assertEquals(
        Set.of("sgd", "sam", "asam", "psam", "fsam"),
        plan.cells().stream().map(cell -> cell.optimizer().name()).collect(Collectors.toSet()));
  }

  /** The draw of the labels is part of what a seed varies, unless the suite fixes it. */
  @Test
  void labelsAreDrawnForEachSeedAndSharedByItsMethods() {
    for (var cell : Tiny.plan().cells()) {
      assertEquals(cell.noise().kind().equals("clean") ? 0 : cell.seed(), cell.noise().seed());
    }
    var fixed = Tiny.plan(Tiny.SUITE.replace("rate: 0.4", "rate: 0.4\n    seed: 7"));
    assertTrue(
        fixed.cells().stream()
            .filter(cell -> !cell.noise().kind().equals("clean"))
            .allMatch(cell -> cell.noise().seed() == 7));
  }

  @Test
  void shardsArePartsOfThePlan() {
    var plan = Tiny.plan();
    for (int count = 1; count <= 10; count++) {
      var all = new ArrayList<Cell>();
      for (int index = 1; index <= count; index++) {
        all.addAll(plan.shard(index, count).cells());
      }
      assertEquals(plan.cells().size(), all.size());
      assertEquals(new HashSet<>(plan.cells()), new HashSet<>(all));
    }
    assertThrows(IllegalArgumentException.class, () -> plan.shard(0, 2));
    assertThrows(IllegalArgumentException.class, () -> plan.shard(3, 2));
  }

  @Test
  void takesFewerSeedsOrMore() {
    assertEquals(Set.of(1L), seeds(1));
    assertEquals(Set.of(1L, 2L, 3L, 4L, 5L), seeds(5));
    assertThrows(IllegalArgumentException.class, () -> seeds(0));
  }

  @Test
  void seedsDoNotWrapRound() {
    var suite =
        SuiteReader.read(
            "x.yaml", Tiny.SUITE.replace("seeds: 2", "seeds: [" + Long.MAX_VALUE + "]"));

    assertThrows(
        IllegalArgumentException.class,
        () -> Plan.of(suite, "reference", Device.CPU, OptionalInt.of(2)));
  }

  @Test
  void moreSeedsLeaveTheOldCellsAsTheyAre() {
    var suite = SuiteReader.read("tiny.yaml", Tiny.SUITE);
    var more = Plan.of(suite, "reference", Device.CPU, OptionalInt.of(3));

    assertEquals(Tiny.plan().cells(), more.cells().subList(0, 8));
  }

  /** PSAM in 10 epochs takes as many gradients as SGD in 13: not one more, not one less. */
  @Test
  void sgdMayStandBesideItselfWithAsManyGradientEvaluationsAsAnother() {
    var plan =
        Tiny.plan(
            Tiny.SUITE
                .replace("epochs: 3", "epochs: 10")
                .replace("- name: sgd", "- name: sgd\n  - {name: sgd, epochs: 13}"));

    assertEquals(3 * 2 * 2, plan.cells().size());
    assertEquals(12, ids(plan.cells()).size());
    assertEquals(
        List.of("sgd 10: 120", "sgd 13: 156", "psam 10: 156"),
        plan.cells().subList(0, 3).stream()
            .map(
                cell ->
                    String.format(
                        Locale.ROOT,
                        "%s %d: %.0f",
                        cell.optimizer().name(),
                        cell.training().epochs(),
                        GradientEvaluations.of(
                                cell.optimizer().name(),
                                cell.optimizer().hyperparameters(),
                                12L * cell.training().epochs())
                            .expected()))
            .toList());
  }

  /** Whatever the number of steps an epoch, the preset's pairs take exactly as many. */
  @Test
  void equalCostIsEqual() throws IOException {
    var plan =
        Plan.of(Suites.load("equal-cost"), "reference", Device.CPU, OptionalInt.of(1)).cells();
    for (long steps : new long[] {1, 7, 71, 391}) {
      assertEquals(
          Stream.of(30, 39, 60, 60, 39).map(times -> (double) times * steps).toList(),
          plan.subList(0, 5).stream()
              .map(
                  cell ->
                      GradientEvaluations.of(
                              cell.optimizer().name(),
                              cell.optimizer().hyperparameters(),
                              steps * cell.training().epochs())
                          .expected())
              .toList());
    }
  }

  @Test
  void refusesTheSameCellTwice() {
    var text = Tiny.SUITE.replace("- name: sgd", "- name: sgd\n  - {name: sgd, epochs: 3}");

    var failure = assertThrows(IllegalArgumentException.class, () -> Tiny.plan(text));
    assertEquals(
        "suite tiny names a cell twice: fashion-mnist-mini clean mlp sgd seed 1",
        failure.getMessage());
  }

  @Test
  void anotherSettingIsAnotherRun() {
    var changes =
        List.of(
            "name: tiny>name: tinier",
            "version: 1.2.3>version: 1.2.4",
            "epochs: 3>epochs: 4",
            "batch_size: 32>batch_size: 33",
            "learning_rate: 0.05>learning_rate: 0.06",
            "memorisation_samples: 100>memorisation_samples: 99",
            "kind: clean>kind: pairflip@1\n    rate: 0.1");
    var before = ids(Tiny.plan().cells());
    for (var change : changes) {
      String[] parts = change.split(">");
      var first = Tiny.plan(Tiny.SUITE.replace(parts[0], parts[1])).cells().get(0);
      assertNotEquals(before.contains(first.runId()), true, change);
    }
  }

  @Test
  void precisionIsTheEnginesUsualOneUnlessTheSuiteOrTheUserNamesAnother() {
    var suite = Tiny.SUITE.replace("engine: reference", "engine: libtorch");
    var usual = Tiny.plan(suite).cells();
    assertTrue(usual.stream().allMatch(cell -> cell.engine().precision().equals("float32")));
    assertEquals(usual, Tiny.plan(suite + "precision: float32").cells());

    var named = Tiny.plan(suite + "precision: bfloat16");
    assertTrue(named.cells().stream().allMatch(c -> c.engine().precision().equals("bfloat16")));
    assertTrue(ids(named.cells()).stream().noneMatch(ids(usual)::contains));
    var again = named.suite().in("float32");
    assertEquals(usual, Plan.of(again, "libtorch", Device.CPU, OptionalInt.empty()).cells());
  }

  @Test
  void aTextThatSaysTheSameIsTheSameRun() {
    var written = Tiny.SUITE.replace("0.05", "5.0e-2").replace("rate: 0.4", "rates: [0.40]");

    assertEquals(ids(Tiny.plan().cells()), ids(Tiny.plan(written).cells()));
  }

  /** The text is written out here, so that a change of the ids of all runs cannot go unseen. */
  @Test
  void identifiesARunByTheHashOfItsCanonicalText() throws Exception {
    String text =
        """
        {"dataset":{"name":"fashion-mnist-mini"},\
        "engine":{"device":"cpu","name":"reference","precision":"float64"},\
        "evaluation":{"every_epochs":1,"memorisation_samples":100},"network":{"name":"mlp"},\
        "noise":{"count":"exact","kind":"symmetric-exclusive@1","matrix":null,"rate":0.4,"seed":1},\
        "optimizer":{"hyperparameters":{"period":2,"rho":0.1,"window":"early",\
        "window_share":0.6},"name":"psam"},"seed":1,\
        "suite":{"name":"tiny","references":[],"version":"1.2.3"},\
        "training":{"augmentation":"none","batch_size":32,"epochs":3,"learning_rate":0.05,\
        "momentum":0.9,"nesterov":false,"schedule":"cosine","validation_share":0.1,\
        "warmup_epochs":0,"weight_decay":5.0E-4}}""";
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));

    assertEquals(
        "r" + HexFormat.of().formatHex(hash).substring(0, 16), Tiny.plan().cells().get(3).runId());
  }

  private static Set<Long> seeds(int count) {
    var suite = SuiteReader.read("tiny.yaml", Tiny.SUITE);
    return Plan.of(suite, "reference", Device.CPU, OptionalInt.of(count)).cells().stream()
        .map(Cell::seed)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ids(List<Cell> cells) {
    return cells.stream().map(Cell::runId).collect(Collectors.toSet());
  }
}
