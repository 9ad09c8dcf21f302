package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run}, {@code plan} and {@code report} on two cells of real training. */
@Tag("slow")
class RunCommandTest {
  private static final List<String> REPORTS =
      List.of("runs.csv", "leaderboard.csv", "timing.csv", "cost.csv", "summary.md");

  @TempDir Path folder;
  private String suite;

  @BeforeEach
  void writeSuite() throws IOException {
    suite = write("tiny");
  }

  @Test
  void trainsOnceAndReports() throws IOException {
    var out = folder.resolve("o ut");
    var first = run("run", suite, "--out", out.toString());
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().contains("2 cells trained, 0 kept, 0 failed; reports in " + out));
    assertTrue(first.out().contains("psam"), first.out());
    for (var report : REPORTS) {
      assertTrue(Files.size(out.resolve(report)) > 0, report);
    }
    var runs = Files.readAllBytes(out.resolve("runs.csv"));
    var again = json("run", suite, "--out", out.toString(), "--json", "--quiet");
    assertEquals(0, again.path("trained").asInt());
    assertEquals(2, again.path("kept").asInt());
    assertArrayEquals(runs, Files.readAllBytes(out.resolve("runs.csv")));
  }

  @Test
  void saysInItsExitCodeThatACellEndedInAnError() throws IOException {
    var out = folder.resolve("out");
    assertEquals(0, run("run", suite, "--out", out.toString()).exitCode());
    try (var cells = Files.list(out.resolve("cells"))) {
      var cell = cells.sorted().findFirst().orElseThrow();
      var record =
          Files.readString(cell)
              .replace("\"status\" : \"ok\"", "\"status\" : \"error\"")
              .replace("\"status_detail\" : \"\"", "\"status_detail\" : \"made up\"")
              .replaceAll("\"accuracy\" : \\{[^}]*}", "\"accuracy\" : null");
      Files.writeString(cell, record);
    }
    var kept = run("run", suite, "--out", out.toString());
    assertEquals(1, kept.exitCode());
    assertTrue(kept.out().contains("0 cells trained, 2 kept, 1 failed"), kept.out());
    assertTrue(
        kept.err().contains("noisemark: 1 of 2 cells ended in an error, which runs.csv names"),
        kept.err());
    assertEquals(0, run("run", suite, "--out", out.toString(), "--retry-failed").exitCode());
  }

  @Test
  void mergesShards() throws IOException {
    for (int i = 1; i <= 2; i++) {
      var part = folder.resolve("part" + i).toString();
      var summary =
          json("run", suite, "--shard", i + "/2", "--out", part, "--json", "--workers", "1");
      assertEquals(1, summary.path("trained").asInt());
    }
    var whole = folder.resolve("whole");
    var merged =
        run(
            "report",
            folder.resolve("part1").toString(),
            folder.resolve("part2").toString(),
            "--out",
            whole.toString());
    assertEquals(0, merged.exitCode(), merged.err());
    assertTrue(merged.out().contains("2 runs; reports in"), merged.out());
    var leaderboard = Files.readAllBytes(whole.resolve("leaderboard.csv"));
    assertEquals(0, run("report", whole.toString()).exitCode());
    assertArrayEquals(leaderboard, Files.readAllBytes(whole.resolve("leaderboard.csv")));
    var resumed = json("run", suite, "--out", whole.toString(), "--json");
    assertEquals(2, resumed.path("kept").asInt());
  }

  @Test
  void refusesADirectoryOfAnotherSuite() throws IOException {
    var out = folder.resolve("out").toString();
    assertEquals(0, run("run", suite, "--shard", "1/2", "--out", out).exitCode());
    var other = run("run", write("other"), "--out", out);
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("holds runs of tiny 1.x"), other.err());
  }

  @Test
  void plansWithoutTraining() throws IOException {
    var estimate = json("plan", suite, "--json", "--seeds", "3");
    assertEquals(6, estimate.path("cells").asInt());
    assertTrue(estimate.path("wall_seconds").asDouble() > 0);
    var cluster = json("plan", suite, "--json", "--seeds", "3", "--executors", "3");
    assertEquals(
        cluster.path("core_seconds").asDouble() / 3,
        cluster.path("wall_seconds").asDouble(),
        cluster.path("core_seconds").asDouble() / 6,
        "six cells of two kinds");
    var cells = run("plan", suite, "--cells").out().lines().toList();
    assertEquals(2, cells.size());
    assertTrue(cells.get(0).matches("r[0-9a-f]{16}  .*sgd seed 1"), cells.get(0));
    assertEquals(0, run("plan", suite).exitCode());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "a plan writes nothing");
    }
  }

  private String write(String name) throws IOException {
    var text =
        String.format(
            Locale.ROOT,
            """
        name: %s
        version: 1.2.0
        summary: two cells
        datasets: [fashion-mnist-mini]
        noises: [{kind: pairflip@1, rate: 0.2}]
        networks: [mlp]
        optimizers: [{name: sgd}, {name: psam}]
        training: {epochs: 1, batch_size: 500, learning_rate: 0.05}
        seeds: [1]
        """,
            name);
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }

  private JsonNode json(String... arguments) {
    var run = run(arguments);
    assertEquals(0, run.exitCode(), run.err());
    return JsonMapper.shared().readTree(run.out());
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder, arguments);
  }
}
