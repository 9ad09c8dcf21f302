package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunJson;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faults planted in the results of a real run: each is found, named, and ends with 6. */
@Tag("slow")
class VerifyCommandTest {
  @TempDir static Path trained;
  private static String suite;

  @TempDir Path folder;
  private Path results;

  @BeforeAll
  static void train() throws IOException {
    var text =
        """
        name: tiny
        version: 1.2.0
        summary: eight cells
        datasets: [fashion-mnist-mini]
        noises: [{kind: clean}, {kind: pairflip@1, rate: 0.2}]
        networks: [mlp]
        optimizers: [{name: sgd}, {name: psam}]
        training: {epochs: 2, batch_size: 500, learning_rate: 0.05, warmup_epochs: 1}
        seeds: [1, 2]
        """;
    suite = Files.writeString(trained.resolve("tiny.yaml"), text).toString();
    var run =
        CommandLineRun.of(trained, "run", suite, "--quiet", "--out", trained.resolve("r") + "");
    assertEquals(0, run.exitCode(), run.err());
  }

  @BeforeEach
  void copy() throws IOException {
    results = folder.resolve("r");
    try (var files = Files.walk(trained.resolve("r"))) {
      for (var file : files.toList()) {
        Files.copy(file, results.resolve(trained.resolve("r").relativize(file)));
      }
    }
  }

  @Test
  void findsNothingWrongWithWhatWasTrained() {
    var run = verify();
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains("8 runs, 0 errors"), run.out());
    assertEquals(0, json().path("errors").asInt());
  }

  @Test
  void findsAnEditedDigitOfTheLeaderboard() throws IOException {
    var board = results.resolve("leaderboard.csv");
    var lines = Files.readString(board).lines().toList();
    int column = List.of(lines.get(0).split(",")).indexOf("test_accuracy_final_mean_ratio");
    String mean = lines.get(1).split(",")[column];
    Files.writeString(board, Files.readString(board).replaceFirst(mean, "0.999"));

    assertFinding(
        f ->
            f.path("file").asString().equals("leaderboard.csv")
                && f.path("column").asString().equals("test_accuracy_final_mean_ratio")
                && f.path("stored").asString().equals("0.999")
                && f.path("expected").asString().equals(mean));
  }

  @Test
  void findsAnEditedAccuracyOfARecord() throws IOException {
    var record = record("psam", "clean", 2);
    edit(record, text -> text.replaceFirst("\"last\" : 0\\.\\d", "\"last\" : 0.9"));

    String file = "cells/" + record.runId() + ".json";
    assertFinding(
        f ->
            f.path("file").asString().equals(file)
                && f.path("message").asString().contains("changed after the reports"));
    assertFinding(
        f ->
            f.path("file").asString().equals(file)
                && f.path("column").asString().equals("accuracy.last"));
    assertFinding(
        f ->
            f.path("row").asString().equals(record.runId())
                && f.path("column").asString().equals("test_accuracy_final_ratio"));
  }

  @Test
  void findsADeletedRecordByName() throws IOException {
    var record = record("sgd", "pairflip@1", 1);
    Files.delete(RunRecords.file(results, record.runId()));
    assertFinding(f -> f.path("file").asString().equals("cells/" + record.runId() + ".json"));

    assertEquals(0, report(), "and even the digests do not know of it");
    String label = "fashion-mnist-mini pairflip@1/0.2 mlp sgd seed 1";
    assertFinding(f -> f.path("message").asString().contains("missing: " + label));
  }

  @Test
  void findsASeedThatIsThereTwice() throws IOException {
    var record = record("sgd", "clean", 2);
    edit(record, text -> text.replaceFirst("\"seed\" : 2", "\"seed\" : 1"));
    assertFinding(
        f ->
            f.path("message")
                    .asString()
                    .contains("the seed 1 of fashion-mnist-mini, clean, mlp, sgd")
                && f.path("message").asString().contains(record.runId()));
  }

  /** Nothing in it is out of place but what one seed gave and is now said of another. */
  @Test
  void findsOneSeedPassedOffAsAnother() throws IOException {
    var one = record("sgd", "clean", 1);
    var two = record("sgd", "clean", 2);
    String text = Files.readString(RunRecords.file(results, one.runId()));
    Files.writeString(
        RunRecords.file(results, two.runId()),
        text.replace("\"seed\" : 1", "\"seed\" : 2").replace(one.runId(), two.runId()));
    assertEquals(0, report());
    assertFinding(
        f ->
            f.path("file").asString().equals("cells/" + two.runId() + ".json")
                && f.path("column").asString().equals("initial_parameters_sha256"));
    assertFinding(f -> f.path("column").asString().equals("final_parameters_sha256"));
  }

  /** Renamed as its new configuration asks, and reported again. */
  @Test
  void findsAMixedSuiteVersion() throws IOException {
    var record = record("psam", "clean", 1);
    String text =
        Files.readString(RunRecords.file(results, record.runId()))
            .replace("\"1.2.0\"", "\"2.0.0\"");
    String id = RunJson.read(text.getBytes(UTF_8)).cell().runId();
    Files.delete(RunRecords.file(results, record.runId()));
    Files.writeString(RunRecords.file(results, id), text.replace(record.runId(), id));
    assertFinding(
        f -> f.path("message").asString().contains("several suites: tiny 1.2.0 (7 runs)"));
    assertFinding(f -> f.path("message").asString().contains(id + " is no cell of tiny 1.2.0"));
  }

  /** The same in every record, so that they agree, and reported again. */
  @Test
  void findsASwappedHashOfTheLabels() throws IOException {
    String clean = record("sgd", "clean", 1).labels().sha256();
    String noisy = record("sgd", "pairflip@1", 1).labels().sha256();
    for (var record : RunRecords.readAll(List.of(results))) {
      edit(record, text -> text.replace(noisy, clean));
    }
    assertEquals(0, report());
    assertFinding(
        f ->
            f.path("column").asString().equals("labels.sha256")
                && f.path("expected").asString().equals(noisy));
  }

  @Test
  void findsCountersThatTheOptimizerDoesNotGive() throws IOException {
    var record = record("psam", "clean", 1);
    long flops = record.cost().flops();
    edit(record, text -> text.replace("\"flops\" : " + flops, "\"flops\" : " + (flops - 1)));
    assertEquals(0, report());
    assertFinding(
        f ->
            f.path("column").asString().equals("cost.flops")
                && f.path("expected").asString().equals(Long.toString(flops)));
  }

  @Test
  void severalMachinesAreAnErrorOnlyWhereTimesAreCompared() throws IOException {
    edit(
        record("psam", "clean", 1),
        text -> text.replaceFirst("\"cpu_model\" : \"", "\"cpu_model\" : \"Other "));
    assertEquals(0, report());
    assertEquals(0, verify().exitCode());
    assertTrue(verify().out().contains("note  several machines"), verify().out());
    assertEquals(6, verify("--timings").exitCode());
  }

  @Test
  void holdsShardsTogetherToThePlan() throws IOException {
    var other = folder.resolve("other");
    Files.createDirectories(other.resolve("cells"));
    for (var record : RunRecords.readAll(List.of(results)).subList(0, 3)) {
      var file = RunRecords.file(results, record.runId());
      Files.move(file, other.resolve("cells").resolve(file.getFileName()));
    }
    assertEquals(0, report());
    assertEquals(0, run("report", other.toString()).exitCode());
    assertEquals(6, verify().exitCode());
    var both = run("verify", results.toString(), other.toString(), "--suite", suite);
    assertEquals(0, both.exitCode(), both.out());
  }

  private void assertFinding(Predicate<JsonNode> wanted) {
    assertEquals(6, verify().exitCode());
    var findings = json().path("findings");
    assertTrue(findings.valueStream().anyMatch(wanted), () -> "among " + findings.toPrettyString());
  }

  private RunRecord record(String optimizer, String noise, long seed) throws IOException {
    return RunRecords.readAll(List.of(results)).stream()
        .filter(
            record ->
                record.cell().optimizer().name().equals(optimizer)
                    && record.cell().noise().kind().equals(noise)
                    && record.cell().seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  private void edit(RunRecord record, UnaryOperator<String> change) throws IOException {
    var file = RunRecords.file(results, record.runId());
    Files.writeString(file, change.apply(Files.readString(file)));
  }

  private int report() {
    return run("report", results.toString()).exitCode();
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(verify("--json").out());
  }

  private CommandLineRun verify(String... options) {
    var arguments =
        new java.util.ArrayList<>(List.of("verify", results.toString(), "--suite", suite));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder, arguments);
  }
}
