package org.noisemark.suite.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suites;

/** The values of the presets are what the published tables choose. */
class PresetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"quick", "weight-decay", "standard", "methods"})
  void areChosen(String preset) throws IOException {
    var suite = Suites.load(preset);
    var folder = Path.of("..", "reports", "published", "tuning", preset);

    assertEquals(
        Optional.of(AtomicFile.measured(Files.readAllBytes(folder.resolve("tuning.csv"))).sha256()),
        suite.tuning().orElseThrow().table());
    assertEquals(suite.optimizers(), new Tuner(suite).choice(RunRecords.readAll(List.of(folder))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci", "equal-cost"})
  void areThoseOfQuick(String preset) throws IOException {
    var quick = Suites.load("quick");
    var suite = Suites.load(preset);

    assertEquals(quick.training().weightDecay(), suite.training().weightDecay());
    for (var optimizer : suite.optimizers()) {
      var settings = new TreeMap<>(optimizer.settings());
      settings.remove("epochs");
      assertTrue(
          quick.optimizers().contains(new OptimizerSetting(optimizer.name(), settings)),
          preset + " " + optimizer);
    }
  }

  @Test
  void fullIsForAGpu() throws IOException {
    var full = Suites.load("full");
    assertEquals("[resnet18]", full.networks().toString());
    assertEquals(200, full.training().epochs());
  }
}
