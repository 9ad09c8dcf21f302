package org.noisemark.suite.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.engine.Device;
import org.noisemark.suite.harness.Tiny;
import org.noisemark.suite.plan.Plan;

/** By what a program that trains is another one. */
class TrainerCommandTest {
  @TempDir Path folder;
  private String script;

  @BeforeEach
  void write() throws IOException {
    script = Files.writeString(folder.resolve("train.py"), "print('a')\n").toString();
  }

  @Test
  void changesWithTheScriptAndItsArguments() throws IOException {
    String before = sha256("python3", script, "--depth", "3");

    assertEquals(before, sha256("python3", script, "--depth", "3"));
    assertNotEquals(before, sha256("python3", script, "--depth", "4"));
    assertNotEquals(before, sha256("python4", script, "--depth", "3"));
    Files.writeString(Path.of(script), "print('b')\n");
    assertNotEquals(before, sha256("python3", script, "--depth", "3"));
  }

  @Test
  void isTheSameWhereverTheScriptAndTheInterpreterLie() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var copy = Files.copy(Path.of(script), elsewhere.resolve("renamed.py"));

    assertEquals(sha256("python3", script), sha256("/usr/bin/python3", copy.toString()));
  }

  @Test
  void scriptThatRunsByItselfIsKnownByItsContent() throws IOException {
    var program = Files.writeString(folder.resolve("train"), "#!/bin/sh\n");
    String before = sha256(program.toString());
    Files.writeString(program, "#!/bin/sh\nexit 1\n");
    assertNotEquals(before, sha256(program.toString()));
  }

  @Test
  void namesItsFilesWithTheDigestsThatSha256sumGives() {
    assertEquals(
        Map.of("train.py", "62bdb208de6dc6b169a467f646f50ca39e6c203fa6f6732431624d8dec1e77fb"),
        new TrainerCommand("mine", List.of("python3", script)).files());
  }

  /** Otherwise a changed script would keep the runs of the one before it. */
  @Test
  void changedScriptIsAnotherRun() throws IOException {
    String suite =
        Tiny.SUITE.replace(
                "  - name: sgd\n",
                "  - {name: sgd, trainer: mine}\n  - {name: his-own, depth: 3, trainer: mine}\n")
            + "trainers: [{name: mine, command: [python3, '"
            + script
            + "']}]\n";
    var before = ids(suite);
    assertEquals(before, ids(suite));
    Files.writeString(Path.of(script), "print('b')\n");
    var after = ids(suite);

    assertEquals(12, before.size());
    assertEquals(4, before.stream().filter(after::contains).count(), "those of psam");
  }

  @Test
  void methodOfItsOwnHasTheHyperparametersThatTheSuiteGives() {
    var plan =
        plan(
            Tiny.SUITE.replace(
                    "  - name: sgd\n",
                    "  - {name: his-own, depth: 3, learning_rate: 0.5, trainer: mine}\n")
                + "trainers: [{name: mine, command: [python3, '"
                + script
                + "']}]\n");
    var cell =
        plan.cells().stream()
            .filter(each -> each.optimizer().name().equals("his-own"))
            .findFirst()
            .orElseThrow();

    assertEquals(Map.of("depth", 3), cell.optimizer().hyperparameters());
    assertEquals(0.5, cell.training().learningRate());
    assertEquals("external", cell.engine().name());
    assertEquals("reference", cell.engine().trainer().beside());
    assertTrue(cell.hyperparameters().get("trainer").toString().startsWith("mine "));
  }

  private static List<String> ids(String suite) {
    return plan(suite).cells().stream().map(cell -> cell.runId()).toList();
  }

  private static Plan plan(String suite) {
    var read = SuiteReader.read("tiny.yaml", suite);
    return Plan.of(read, read.engine(), Device.CPU, OptionalInt.empty());
  }

  private static String sha256(String... command) {
    return new TrainerCommand("mine", List.of(command)).sha256();
  }
}
