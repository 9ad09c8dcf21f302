package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.KeptParameters;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.external.EngineTrainer;

/** A program of the user's from a suite to the leaderboard, and what is found of its runs. */
@Tag("slow")
class ExternalTrainersTest {
  @TempDir static Path folder;
  private static Path results;
  private static String suite;
  private static CommandLineRun trained;

  @BeforeAll
  static void train() throws IOException {
    results = folder.resolve("r");
    suite =
        Files.writeString(
                folder.resolve("mixed.yaml"),
                """
                name: mixed
                version: 1.0.0
                summary: an engine and a program
                datasets: [fashion-mnist-mini]
                noises: [{kind: pairflip@1, rate: 0.2}]
                networks: [mlp]
                trainers:
                  - name: other
                    command: %s
                optimizers:
                  - {name: sgd}
                  - {name: sgd, trainer: other}
                training: {epochs: 1, batch_size: 500, learning_rate: 0.05, examples: 500}
                evaluation: {memorisation_samples: 10}
                seeds: [1, 2]
                engine: reference
                """
                    .replace(
                        "%s",
                        EngineTrainer.command().stream()
                            .map(part -> "'" + part + "'")
                            .collect(Collectors.joining(", ", "[", "]"))))
            .toString();
    trained = run("run", suite, "--quiet", "--out", results.toString());
  }

  @Test
  void standsOnTheBoardOfTheEngineMarked() throws IOException {
    assertEquals(0, trained.exitCode(), trained.err());
    var marked = trained.out().lines().filter(line -> line.startsWith("sgd (other) ")).toList();
    assertTrue(marked.size() >= 2, trained.out());
    assertTrue(trained.out().contains("fashion-mnist-mini, mlp, reference on cpu"), trained.out());

    var board = Files.readString(results.resolve("leaderboard.csv"));
    assertEquals(3, board.lines().count(), board);
    assertEquals(
        1, board.lines().filter(line -> line.contains("\"\"trainer\"\":\"\"other ")).count());
    var runs = Files.readString(results.resolve("runs.csv"));
    assertEquals(
        2, runs.lines().filter(line -> line.contains(",external,cpu,float64,")).count(), runs);
    var cost = Files.readString(results.resolve("cost.csv"));
    assertEquals(
        1, cost.lines().filter(line -> line.contains(",sgd (other),external,cpu,")).count(), cost);
  }

  @Test
  void trainsNothingTwice() {
    var again = run("run", suite, "--quiet", "--out", results.toString());
    assertTrue(again.out().contains("0 cells trained, 4 kept, 0 failed"), again.out());
  }

  @Test
  void verifiesWithItsSuite() {
    var verified = run("verify", results.toString(), "--suite", suite);
    assertEquals(0, verified.exitCode(), verified.out());
  }

  @Test
  void findsAccuraciesThatTheLogitsDoNotGive() throws IOException {
    var copy = copy("accuracies");
    var record = external();
    Path file = RunRecords.file(copy, record.runId());
    String text = Files.readString(file);
    String likelihood = "" + record.test().negativeLogLikelihood();
    assertTrue(text.contains(likelihood));
    Files.writeString(file, text.replace(likelihood, "0.125"));

    var verified = run("verify", copy.toString(), "--suite", suite);
    assertEquals(6, verified.exitCode());
    assertTrue(
        verified.out().contains("test.negative_log_likelihood")
            && verified.out().contains("is not what the logits beside the record give"),
        verified.out());
  }

  @Test
  void findsOtherAndMissingLogits() throws IOException {
    var copy = copy("logits");
    Path file = KeptParameters.logits(copy, external().runId());
    float[] logits = KeptParameters.read(file);
    logits[7] += 1;
    KeptParameters.write(file, logits);
    assertTrue(
        run("verify", copy.toString(), "--suite", suite).out().contains("external.logits_sha256"));
    Files.delete(file);
    assertTrue(run("verify", copy.toString(), "--suite", suite).out().contains("no readable"));
  }

  @Test
  void reproducesOnlyWhereItsCommandMayRun() throws IOException {
    String runId = external().runId();
    var refused = run("reproduce", runId, results.toString(), "--quiet");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("add --run-command to run it"), refused.err());

    var again = run("reproduce", runId, results.toString(), "--quiet", "--run-command");
    assertEquals(0, again.exitCode(), again.out() + again.err());
    assertTrue(again.out().contains("identical, bit for bit"), again.out());
    var ours = run("reproduce", runId, results.toString(), "--quiet", "--engine", "reference");
    assertEquals(0, ours.exitCode(), ours.out() + ours.err());
  }

  @Test
  void planSaysWhichCellsItsFiguresLeaveOut() {
    var plan = run("plan", suite);
    assertEquals(0, plan.exitCode(), plan.err());
    assertTrue(plan.out().contains("4, of which 2 by programs of your own"), plan.out());
  }

  private static RunRecord external() throws IOException {
    return RunRecords.readAll(List.of(results)).stream()
        .filter(record -> record.external() != null)
        .findFirst()
        .orElseThrow();
  }

  private static Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (var files = Files.walk(results)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(results.relativize(file).toString()));
      }
    }
    return copy;
  }

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder, arguments);
  }
}
