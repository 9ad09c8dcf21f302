package org.noisemark.suite.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.engine.Device;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.harness.Tiny;
import org.noisemark.suite.plan.Plan;

@Tag("slow")
class TunerTest {
  private static final String TUNING =
      """
      tuning:
        search: random
        trainings: 6
        seeds: [101]
        optimizers:
          - name: sgd
            learning_rate: [0.4, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005]
          - name: psam
            learning_rate: [0.1, 0.05]
            rho: [0.05, 0.1, 0.2, 0.4]
      """;

  @TempDir Path directory;

  @Test
  void theGridIsEachCombination() {
    var suite = suite("search: random", "search: grid", "trainings: 6", "trainings: 11");

    assertEquals(7 + 8, new Tuner(suite).first(1, List.of()).optimizers().size());
  }

  /** PSAM takes 1.3 gradients a step; 7 halved candidates take 7/4 + 4/2 + 2 trainings. */
  @Test
  void everyOptimizerGetsAsManyGradients() {
    var random = new Tuner(suite()).first(1, List.of());
    assertEquals(6, count(random, "sgd"));
    assertEquals(4, count(random, "psam"), "5 would take 6.5 trainings");

    var halving =
        new Tuner(suite("search: random", "search: successive-halving")).first(1, List.of());
    assertEquals(7, count(halving, "sgd"), "all of them");
    assertEquals(4, count(halving, "psam"), "5 would take 1.3 (5/4 + 3/2 + 2)");
  }

  @Test
  void aDrawDependsOnTheSuiteAlone() {
    assertEquals(
        new Tuner(suite()).first(1, List.of()).optimizers(),
        new Tuner(suite()).first(1, List.of()).optimizers());
  }

  @Test
  void choosesWhatIsBestOnTheNoisyValidationSplit() throws IOException {
    var records = tried(suite());

    var sgd =
        records.stream()
            .filter(record -> record.cell().optimizer().name().equals("sgd"))
            .collect(
                Collectors.groupingBy(
                    record -> record.cell().training().learningRate(),
                    Collectors.averagingDouble(TunerTest::last)));
    double best = sgd.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    var choice = new Tuner(suite()).choice(records);
    assertEquals(List.of("sgd", "psam"), choice.stream().map(OptimizerSetting::name).toList());
    double chosen = (double) choice.get(0).settings().get("learning_rate").constant().orElseThrow();
    assertEquals(best, sgd.get(chosen));
    assertEquals(Set.of("learning_rate", "rho"), choice.get(1).settings().keySet());
  }

  @Test
  void halvingKeepsTheBetterHalfForTwiceTheEpochs() throws IOException {
    var suite = suite("search: random", "search: successive-halving", "epochs: 3", "epochs: 4");
    var records = tried(suite);

    var trials =
        Reports.of(records).trials().stream()
            .filter(trial -> trial.method().optimizer().equals("sgd"))
            .collect(Collectors.groupingBy(trial -> trial.method().epochs()));
    assertEquals(
        List.of(7, 4, 2), List.of(1L, 2L, 4L).stream().map(e -> trials.get(e).size()).toList());
    for (long epochs : List.of(2L, 4L)) {
      var better =
          trials.get(epochs / 2).subList(0, trials.get(epochs).size()).stream()
              .map(trial -> trial.method().hyperparameters().get("learning_rate"))
              .collect(Collectors.toSet());
      assertEquals(
          better,
          trials.get(epochs).stream()
              .map(trial -> trial.method().hyperparameters().get("learning_rate"))
              .collect(Collectors.toSet()));
    }
    assertEquals(2, new Tuner(suite).choice(records).size());
  }

  @Test
  void aMissingRecordIsNoChoice() throws IOException {
    var suite = suite("search: random", "search: successive-halving", "epochs: 3", "epochs: 4");
    var records = tried(suite);
    var psam =
        records.stream()
            .filter(record -> !record.cell().optimizer().name().equals("psam"))
            .toList();

    assertThrows(IllegalArgumentException.class, () -> new Tuner(suite).choice(psam));
  }

  @Test
  void theFileKeepsAllButTheValues() throws IOException {
    String text = text().replace("training:\n", "# Why so long.\ntraining:\n");
    var choice = new Tuner(suite()).choice(tried(suite()));
    String sha = "0123456789abcdef".repeat(4);

    String chosen = SuiteText.chosen("tiny.yaml", text, choice, sha);

    var read = SuiteReader.read("tiny.yaml", chosen);
    assertEquals(choice, read.optimizers());
    assertEquals(sha, read.tuning().orElseThrow().table().orElseThrow());
    assertTrue(chosen.contains("\n# Why so long.\ntraining:\n"), chosen);
    assertEquals(chosen, SuiteText.chosen("tiny.yaml", chosen, choice, sha));
    assertThrows(
        IllegalArgumentException.class,
        () -> SuiteText.chosen("x", text.replace("tuning:\n", "tuning: # how\n"), choice, sha));
  }

  @Test
  void saysWhatIsWrong() {
    assertWrong("a budget for 6 of the 7", "search: random", "search: grid");
    assertWrong("'tuning' is missing", TUNING, "");
    assertWrong("the suite itself uses [2]", "seeds: [101]", "seeds: [101, 2]");
    assertWrong("expected the optimizers of the suite", "    - name: psam\n", "    - name: sam\n");
    assertWrong("epochs", "learning_rate: [0.1, 0.05]", "epochs: [1, 2]");
    assertWrong("expected at least 1", "trainings: 6", "trainings: 0");
    assertWrong("a budget for 0", "trainings: 6", "trainings: 1");
    assertWrong(
        "depends on the noise", "    rho: 0.1\n", "    momentum: {default: 0.9, clean: 0.8}\n");
  }

  private static void assertWrong(String message, String... replaced) {
    var failure = assertThrows(IllegalArgumentException.class, () -> new Tuner(suite(replaced)));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
  }

  private static String text(String... replaced) {
    String text = Tiny.SUITE + TUNING;
    for (int i = 0; i < replaced.length; i += 2) {
      assertTrue(text.contains(replaced[i]), replaced[i]);
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return text;
  }

  private static Suite suite(String... replaced) {
    return SuiteReader.read("tiny.yaml", text(replaced));
  }

  private List<RunRecord> tried(Suite suite) throws IOException {
    var tuner = new Tuner(suite);
    List<RunRecord> records = List.of();
    for (int rounds = 1; rounds <= tuner.rounds(); rounds++) {
      Tiny.run(plan(tuner.first(rounds, records)), directory);
      records = RunRecords.readAll(List.of(directory));
    }
    return records;
  }

  private static Plan plan(Suite suite) {
    return Plan.of(suite, "reference", Device.CPU, OptionalInt.empty());
  }

  private static long count(Suite suite, String optimizer) {
    return suite.optimizers().stream().filter(each -> each.name().equals(optimizer)).count();
  }

  private static double last(RunRecord record) {
    return record.curve().get(record.curve().size() - 1).validationAccuracy();
  }
}
