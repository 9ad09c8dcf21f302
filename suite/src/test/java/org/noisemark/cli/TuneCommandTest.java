package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.suite.definition.SuiteReader;

/** {@code tune} on a few cells of real training. */
@Tag("slow")
class TuneCommandTest {
  private static final String SUITE =
      """
      name: tiny
      version: 1.0.0
      summary: for tests
      datasets: [fashion-mnist-mini]
      noises: [{kind: pairflip@1, rate: 0.2}]
      networks: [mlp]
      optimizers:
        - name: sgd
        - name: sam
      training: {epochs: 1, batch_size: 500, learning_rate: 0.05}
      seeds: [1]
      tuning:
        search: grid
        trainings: 4
        seeds: [101]
        optimizers:
          - name: sgd
            learning_rate: [0.05, 0.000001]
          - name: sam
            rho: [0.05, 0.1]
      """;

  @TempDir Path folder;

  @Test
  void writesWhatWasTriedAndTheSuiteWithWhatWasChosen() throws IOException {
    var suite = write(SUITE);
    var out = folder.resolve("tried");
    var first = run("tune", suite, "--out", out.toString(), "--quiet");

    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().contains("sgd: learning_rate 0.05\n"), first.out());
    assertTrue(first.out().contains("4 cells; what was chosen is in " + out), first.out());
    assertEquals(5, Files.readAllLines(out.resolve("tuning.csv")).size());
    var written = out.resolve("tiny.yaml");
    var chosen = SuiteReader.read("tiny.yaml", Files.readString(written));
    assertTrue(chosen.tuning().orElseThrow().table().isPresent());
    assertFalse(chosen.optimizers().get(1).settings().isEmpty());

    // A second time nothing is trained, and the same is written.
    var text = Files.readString(written);
    assertEquals(first.out(), run("tune", suite, "--out", out.toString(), "--quiet").out());
    assertEquals(text, Files.readString(written));

    var verified = run("verify", out.toString(), "--suite", suite);
    assertEquals(0, verified.exitCode(), verified.out());
    try (var cells = Files.list(out.resolve("cells"))) {
      Files.delete(cells.findFirst().orElseThrow());
    }
    assertEquals(6, run("verify", out.toString(), "--suite", suite).exitCode());
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    var out = folder.resolve("new").toString();
    var none = run("tune", write(SUITE.substring(0, SUITE.indexOf("tuning:"))), "--out", out);
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("the key 'tuning' is missing"), none.err());
    var dear = run("tune", write(SUITE.replace("trainings: 4", "trainings: 2")), "--out", out);
    assertEquals(2, dear.exitCode());
    assertTrue(dear.err().contains("a budget for 1 of the 2 combinations of sam"), dear.err());
    assertFalse(Files.exists(folder.resolve("new")));
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("tiny.yaml"), text).toString();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder.resolve("home"), arguments);
  }
}
