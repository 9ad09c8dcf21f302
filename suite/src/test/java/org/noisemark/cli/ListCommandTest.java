package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ListCommandTest {
  @ParameterizedTest
  @CsvSource({
    "datasets, fashion-mnist-mini",
    "noises, symmetric-inclusive@1",
    "networks, resnet20",
    "optimizers, psam",
    "engines, dl4j",
    "presets, quick",
    "studies, radius"
  })
  void listsATopic(String topic, String name) {
    var run = list(topic);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith(topic + System.lineSeparator()), run.out());
    assertTrue(run.out().lines().anyMatch(line -> line.startsWith("  " + name + " ")), run.out());
  }

  @Test
  void listsEverythingForAProgram() {
    var lists = JsonMapper.shared().readTree(list("--json").out());
    assertEquals(
        Set.of("datasets", "noises", "networks", "optimizers", "engines", "presets", "studies"),
        Set.copyOf(lists.propertyNames()));
    assertTrue(lists.path("optimizers").path("psam").asString().contains("period=2"));
    for (var topic : lists) {
      assertFalse(topic.isEmpty());
    }
  }

  private static CommandLineRun list(String argument) {
    return CommandLineRun.of(Path.of("absent"), "list", argument);
  }
}
