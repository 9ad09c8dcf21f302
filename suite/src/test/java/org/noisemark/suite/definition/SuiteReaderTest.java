package org.noisemark.suite.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.suite.harness.Tiny;

class SuiteReaderTest {
  @Test
  void readsWhatIsThereAndFillsInTheRest() {
    var suite = SuiteReader.read("tiny.yaml", Tiny.SUITE);

    assertEquals("tiny", suite.name());
    assertEquals("1.2.3", suite.version());
    assertTrue(suite.tuning().isEmpty());
    assertEquals(
        List.of(
            new SuiteNoise(NoiseSpec.clean(), true),
            new SuiteNoise(NoiseSpec.of("symmetric-exclusive@1", 0.4, 0), false)),
        suite.noises());
    assertEquals(List.of(1L, 2L), suite.seeds());
    assertEquals(0.9, suite.training().momentum());
    assertEquals("cosine", suite.training().schedule());
    assertEquals(1, suite.evaluation().everyEpochs());
  }

  /** Each is one change to a good suite, and what the one line must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "rho: 0.1|rh: 0.1|tiny.yaml, line 13: optimizers[1].rh: unknown key (did you mean 'rho'?)",
        "seeds: 2|sedes: 2|tiny.yaml, line 20: sedes: unknown key (did you mean 'seeds'?)",
        "epochs: 3|epoch: 3|training.epoch: unknown key (did you mean 'epochs'?)",
        "summary: for tests|precision: float32|the key 'summary' is missing",
        "  epochs: 3\\n||training: the key 'epochs' is missing",
        "epochs: 3|epochs: three|training.epochs: expected a whole number, got 'three'",
        "epochs: 3|epochs: 2.5|training.epochs: expected a whole number, got '2.5'",
        "epochs: 3|epochs: 0|line 15: training.epochs: epochs must be at least 1, got 0",
        "epochs: 3|epochs: 3\\n  epochs: 4|line 16: Duplicate",
        "epochs: 3|epochs: 3\\n  momentum: 1.5|line 16: training.momentum: momentum must be in",
        "learning_rate: 0.05|learning_rate: fast|expected a number, got 'fast'",
        "learning_rate: 0.05|schedule: linear\\n  learning_rate: 1|expected one of [constant",
        "rate: 0.4|rate: 1.4|line 8: noises[1].rate: ",
        "rate: 0.4|seed: 3|noises[1]: expected one of the keys 'rate' and 'rates'",
        "kind: clean|kind: cleen|unknown name 'cleen' (did you mean 'clean'?), expected one of",
        "[mlp]|[mlq]|networks[0]: unknown name 'mlq' (did you mean 'mlp'?)",
        "[mlp]|[mlp, mlp]|networks[1]: 'mlp' is there twice",
        "name: psam|name: pasm|unknown name 'pasm' (did you mean",
        "name: psam\\n    rho: 0.1|name: sgd|optimizers[1]: 'sgd' is there twice with the same settings",
        "rho: 0.1|trainer: mine|optimizers[1].trainer: unknown name 'mine'",
        "seeds: 2|seeds: 2\\ntrainers: [{name: Mine, command: sh}]|trainers[0].name: expected lower-case",
        "seeds: 2|seeds: 2\\ntrainers: [{name: mine, comand: sh}]|comand: unknown key (did you mean 'command'?)",
        "seeds: 2|seeds: 2\\ntrainers: [{name: mine, command: []}]|expected a list with something in it",
        "engine: reference|engine: external|engine: a program of your own is named under 'trainers'",
        "name: psam\\n    rho: 0.1|name: sgd\\n    epochs: 6.5|epochs must be a whole number, got '6.5'",
        "name: psam\\n    rho: 0.1|name: sgd\\n    epochs: 0|epochs must be at least 1, got 0",
        "[fashion-mnist-mini]|[squares]|unknown name 'squares', expected one of [fashion-mnist-mini",
        "rho: 0.1|rho: -1|optimizers[1].rho: rho must be",
        "rho: 0.1|rho: [0.1, 0.2]|values to choose from belong under 'tuning'",
        "rho: 0.1|rho: {clean: 0.1}|nothing is said for symmetric-exclusive@1/0.4",
        "rho: 0.1|rho: {clear: 0.1}|unknown key (did you mean 'clean'?)",
        "rho: 0.1|batch_size: 5|optimizers[1].batch_size: unknown key",
        "seeds: 2|seeds: 0|at least 1 seed",
        "seeds: 2|seeds: [1, 1]|seeds[1]: '1' is there twice",
        "seeds: 2|seeds: []|expected a list with something in it",
        "version: 1.2.3|version: 1.2|expected major.minor.patch",
        "name: tiny|name: Tiny Suite|expected lower-case letters",
        "seeds: 2|seeds: &n 2\\ndevice: *n|aliases (*n) are not read",
        "seeds: 2|seeds: 2\\ndevice: gpu|unknown name 'gpu' (did you mean 'cpu'?), expected one of [cpu, cuda]",
        "seeds: 2|seeds: 2\\n---\\nname: other|a second document",
        "seeds: 2|seeds: [2|line ",
      })
  void complainsInOneLineThatSaysWhere(String good, String bad, String complaint) {
    String wrong = bad == null ? "" : bad;
    String text = Tiny.SUITE.replace(good.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertFalse(text.equals(Tiny.SUITE), good);

    var failure =
        assertThrows(IllegalArgumentException.class, () -> SuiteReader.read("tiny.yaml", text));

    String message = failure.getMessage();
    assertTrue(message.contains(complaint), message);
    assertTrue(message.startsWith("tiny.yaml, line "), message);
    assertFalse(message.contains("\n"), message);
  }

  @Test
  void scalarsMeanWhatTheyMeanInYamlsCoreSchema() {
    var suite =
        SuiteReader.read(
            "tiny.yaml",
            Tiny.SUITE
                .replace("learning_rate: 0.05", "learning_rate: .05\n  nesterov: True")
                .replace("rho: 0.1", "rho: +.5e-1"));
    assertEquals(0.05, suite.training().learningRate());
    assertTrue(suite.training().nesterov());
    assertEquals(0.05, suite.optimizers().get(1).settings().get("rho").constant().orElseThrow());
    var quoted =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SuiteReader.read(
                    "tiny.yaml",
                    Tiny.SUITE.replace("learning_rate: 0.05", "learning_rate: '.05'")));
    assertTrue(quoted.getMessage().contains("learning_rate"), quoted.getMessage());
  }

  @Test
  void refusesWhatIsNoSuite() {
    assertThrows(IllegalArgumentException.class, () -> SuiteReader.read("x.yaml", ""));
    assertThrows(IllegalArgumentException.class, () -> SuiteReader.read("x.yaml", "- a\n- b\n"));
    assertThrows(IllegalArgumentException.class, () -> SuiteReader.read("x.yaml", "\u0000\u0001"));
    assertThrows(
        IllegalArgumentException.class, () -> SuiteReader.read("x.yaml", "[".repeat(5000)));
  }

  @Test
  void takesHyperparametersByNoise() {
    var plan = Tiny.plan(Tiny.SUITE.replace("rho: 0.1", "rho: {default: 0.1, clean: 0.02}"));

    for (var cell : plan.cells()) {
      if (cell.optimizer().name().equals("psam")) {
        assertEquals(
            cell.noise().kind().equals("clean") ? 0.02 : 0.1,
            cell.optimizer().hyperparameters().get("rho"));
      }
    }
  }

  @Test
  void givesOneOptimizerItsOwnLearningRate() {
    var plan = Tiny.plan(Tiny.SUITE.replace("rho: 0.1", "learning_rate: 1e-3"));

    for (var cell : plan.cells()) {
      assertEquals(
          cell.optimizer().name().equals("psam") ? 1e-3 : 0.05, cell.training().learningRate());
    }
  }

  @Test
  void everyPresetIsASuite() throws IOException {
    assertTrue(Suites.presets().keySet().containsAll(List.of("quick", "standard")));
    for (var preset : Suites.presets().entrySet()) {
      assertFalse(preset.getValue().isBlank());
      if (!Suites.text(preset.getKey()).contains("file: ")) {
        assertEquals(preset.getKey(), Suites.load(preset.getKey()).name());
      }
    }
  }

  @Test
  void aPresetWhoseFileIsNotThereSaysSo() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Suites.load("protocol-cifar-10n"));
    assertTrue(
        error.getMessage().contains("CIFAR-10_human.pt: cannot be read"), error.getMessage());
  }

  @Test
  void namesTheNearestPreset() {
    var failure = assertThrows(IOException.class, () -> Suites.load("qiuck"));
    assertTrue(failure.getMessage().contains("did you mean 'quick'?"), failure.getMessage());
  }
}
