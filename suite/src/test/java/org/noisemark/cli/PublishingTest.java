package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.bench.Benchmarks;
import org.noisemark.reports.export.JmhExport;
import org.noisemark.reports.records.AtomicFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code publish} and {@code export} on the results that the project publishes itself. */
@Tag("slow")
class PublishingTest {
  private static final String RESULTS = "../reports/published/quick";

  @TempDir Path folder;

  @Test
  void publishesOnceUntilSomethingChanges() throws IOException {
    var site = folder.resolve("site").toString();
    var first = run("publish", RESULTS, "--out", site);
    assertEquals(0, first.exitCode(), first.err());
    assertEquals("published quick, version 1.0.0, in " + site, first.out().strip());
    var again = run("publish", RESULTS, "--out", site);
    assertEquals("nothing changed in quick since version 1.0.0 in " + site, again.out().strip());
    for (var file : new String[] {"runs.csv", "LEADERBOARD.md", "datapackage.json"}) {
      assertTrue(Files.size(folder.resolve("site/quick/latest").resolve(file)) > 0, file);
    }
    var rebuilt = run("report", folder.resolve("site/quick/latest").toString());
    assertEquals(0, rebuilt.exitCode(), rebuilt.err());
    assertEquals(
        "nothing changed in quick since version 1.0.0 in " + site,
        run("publish", folder.resolve("site/quick/latest").toString(), "--out", site)
            .out()
            .strip());
  }

  @Test
  void exportsForEachDashboard() throws IOException {
    var out = folder.resolve("new/bencher.json");
    var bencher = run("export", RESULTS, "--format", "bencher", "--out", out.toString());
    assertEquals("written to " + out, bencher.out().strip(), bencher.err());
    JsonNode sgd =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(out))
            .get("quick/fashion-mnist-mini/clean/mlp/dl4j/cpu/float32/sgd");
    assertTrue(sgd.get("test-accuracy-final").get("value").asDouble() > 0.8);

    var bigger = run("export", RESULTS, "--format", "github-action-benchmark");
    var smaller =
        run("export", RESULTS, "--format", "github-action-benchmark", "--direction", "smaller");
    assertTrue(bigger.out().contains("test-accuracy-final"), bigger.err());
    assertTrue(!bigger.out().contains("train-time"));
    assertTrue(smaller.out().contains("train-time"), smaller.err());
    assertTrue(!smaller.out().contains("accuracy"));
  }

  /** The keys are those of a file that JMH writes of a benchmark which it has run. */
  @Test
  void jmhReadsItsOwnFormat() throws IOException {
    var own = folder.resolve("own.json");
    var log = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    AtomicFile.write(own, JmhExport.bytes(Benchmarks.run("GatheringBenchmark", true, log)));
    JsonNode expected = JsonMapper.shared().readTree(Files.readAllBytes(own)).get(0);
    var exported = run("export", RESULTS, "--format", "jmh");
    assertEquals(0, exported.exitCode(), exported.err());
    JsonNode entries = JsonMapper.shared().readTree(exported.out());
    assertEquals(10, entries.size(), "train time and step time of five optimizers");
    var names = new TreeSet<String>();
    entries.forEach(entry -> names.add(entry.get("benchmark").stringValue()));
    assertEquals(10, names.size(), "some readers know a benchmark by its name alone: " + names);
    assertTrue(names.contains("noisemark.quick.TrainTime.sam"), names.toString());
    for (JsonNode entry : entries) {
      var keys = keys(entry);
      var ownKeys = keys(expected);
      ownKeys.remove("params"); // others split them at spaces
      assertEquals(ownKeys, keys);
      assertEquals(keys(expected.get("primaryMetric")), keys(entry.get("primaryMetric")));
      assertEquals("1.37", entry.get("jmhVersion").stringValue());
      assertEquals("ss", entry.get("mode").stringValue());
      assertEquals("s/op", entry.get("primaryMetric").get("scoreUnit").stringValue());
      JsonNode raw = entry.get("primaryMetric").get("rawData").get(0);
      assertEquals(entry.get("measurementIterations").asInt(), raw.size());
      double mean =
          StreamSupport.stream(raw.spliterator(), false)
              .mapToDouble(JsonNode::asDouble)
              .average()
              .orElseThrow();
      assertEquals(mean, entry.get("primaryMetric").get("score").asDouble(), 1e-6 * mean);
    }
  }

  @Test
  void citesALeaderboardAsAPaperPrintsIt() {
    var latex = run("cite", RESULTS);
    assertEquals(0, latex.exitCode(), latex.err());
    assertEquals(1, latex.out().split("begin.tabular", -1).length - 1);
    assertTrue(latex.out().contains("\\textbf{"), latex.out());
    assertTrue(latex.out().matches("(?s).*sam & .*\\$\\\\pm\\$ [0-9.]+ .*"), latex.out());
    assertTrue(latex.out().contains("Training seeds 1, 2, 3; 30 epochs"), latex.out());
    assertTrue(latex.out().contains("core hours"), latex.out());
    for (String line : latex.out().split("\n")) {
      assertTrue(!line.matches(".*(?<!\\\\)[%#_].*"), "LaTeX takes it for markup: " + line);
    }
    var markdown = run("cite", RESULTS, "--format", "markdown");
    assertTrue(markdown.out().contains("| optimizer | clean |"), markdown.out());
    assertEquals(2, run("cite", RESULTS, "--format", "word").exitCode());
  }

  private static TreeSet<String> keys(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder, arguments);
  }
}
