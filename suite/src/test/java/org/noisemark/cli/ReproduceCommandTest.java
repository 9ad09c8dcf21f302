package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class ReproduceCommandTest {
  @TempDir static Path trained;
  private static Path results;
  private static RunRecord psam;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    var text =
        String.format(
            Locale.ROOT,
            """
        name: tiny
        version: 1.2.0
        summary: two cells
        datasets: [fashion-mnist-mini]
        noises:
          - kind: matrix@1
            matrix:
        %s
        networks: [mlp]
        optimizers: [{name: sgd}, {name: psam}]
        training:
          {epochs: 3, batch_size: 500, learning_rate: 0.05, warmup_epochs: 1, augmentation: none}
        seeds: [1]
        """,
            matrix());
    var suite = Files.writeString(trained.resolve("tiny.yaml"), text).toString();
    results = trained.resolve("r");
    var run = CommandLineRun.of(trained, "run", suite, "--quiet", "--out", results.toString());
    assertEquals(0, run.exitCode(), run.err());
    psam =
        RunRecords.readAll(List.of(results)).stream()
            .filter(record -> record.cell().optimizer().name().equals("psam"))
            .findFirst()
            .orElseThrow();
  }

  /** Every setting is in the record, a matrix as well. */
  @Test
  void comesOutAgainBitForBit() throws IOException {
    var before = names();
    var run = run(psam.runId(), results);
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains("reproduced: identical, bit for bit"), run.out());
    assertTrue(run.out().contains("same    final_parameters_sha256"), run.out());
    assertEquals(before, names(), "it writes nothing");
  }

  @Test
  void someDigitsOfTheNameWillDo() {
    assertEquals(
        psam.runId(),
        json(run(psam.runId().substring(0, 6), results, "--json")).path("run_id").asString());
  }

  @Test
  void anotherEngineIsWithinTolerance() {
    var result = json(run(psam.runId(), results, "--engine", "libtorch", "--json", "--quiet"));
    assertEquals("within_tolerance", result.path("verdict").asString(), result.toPrettyString());
    assertSame(result, "labels_sha256", true);
    assertSame(result, "initial_parameters_sha256", true);
    assertSame(result, "final_parameters_sha256", false);
    assertTrue(
        result.path("environment").valueStream().anyMatch(e -> is(e, "engine")),
        result.toPrettyString());
  }

  @Test
  void anEditedAccuracyDoesNotComeOutAgain() throws IOException {
    String text = Files.readString(RunRecords.file(results, psam.runId()));
    double last = psam.accuracy().last();
    Files.createDirectory(folder.resolve("cells"));
    Files.writeString(
        RunRecords.file(folder, psam.runId()),
        text.replace("\"last\" : " + last, "\"last\" : 0.9876"));
    var run = run(psam.runId(), folder);
    assertEquals(6, run.exitCode());
    assertTrue(run.out().contains("NOT reproduced"), run.out());
    assertTrue(
        run.out().lines().anyMatch(l -> l.matches("  DIFFERS test_accuracy_final_ratio +0.9876")),
        run.out());
  }

  /** On another machine the last bits may differ, but not where a run begins. */
  @Test
  void aForeignBeginningIsNoMatterOfRounding() throws IOException {
    String text = Files.readString(RunRecords.file(results, psam.runId()));
    String hash = psam.initialParametersSha256();
    Files.createDirectory(folder.resolve("cells"));
    Files.writeString(
        RunRecords.file(folder, psam.runId()),
        text.replace(hash, hash.substring(1) + "0")
            .replaceFirst("\"cpu_model\" : \"", "\"cpu_model\" : \"Other "));
    assertEquals(6, run(psam.runId(), folder).exitCode());
  }

  private static void assertSame(JsonNode result, String what, boolean same) {
    var compared =
        result.path("results").valueStream().filter(e -> is(e, what)).findFirst().orElseThrow();
    assertEquals(same, compared.path("same").asBoolean(), compared.toPrettyString());
  }

  private static boolean is(JsonNode entry, String what) {
    return entry.path("what").asString().equals(what);
  }

  private static JsonNode json(CommandLineRun run) {
    assertEquals(0, run.exitCode(), run.out() + run.err());
    return JsonMapper.shared().readTree(run.out());
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> files = Files.walk(trained)) {
      return files.sorted().toList();
    }
  }

  private CommandLineRun run(String id, Path directory, String... options) {
    var arguments = Stream.of(List.of("reproduce", id, directory.toString()), List.of(options));
    return CommandLineRun.of(folder, arguments.flatMap(List::stream).toArray(String[]::new));
  }

  /** Ten classes, a tenth of each to the next. */
  private static String matrix() {
    var rows = new StringBuilder();
    for (int from = 0; from < 10; from++) {
      var row = new java.util.ArrayList<String>();
      for (int to = 0; to < 10; to++) {
        row.add(to == from ? "0.9" : to == (from + 1) % 10 ? "0.1" : "0");
      }
      rows.append("      - ").append(row).append('\n');
    }
    return rows.toString().stripTrailing();
  }
}
