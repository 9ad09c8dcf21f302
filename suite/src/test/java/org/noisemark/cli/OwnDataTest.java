package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.plan.Plan;

/** From a file of the user's own to a leaderboard, and back to the file. */
@Tag("slow")
class OwnDataTest {
  private static final List<String> SPECIES = List.of("iris", "rose", "tulip");

  @TempDir Path folder;

  /** The recipe of the README of datasets, word for word but for the place of the file. */
  @Test
  void theRecipeGoesFromAFileToALeaderboard() throws IOException {
    var flowers = flowers(240);
    String suite = suite(recipe().replace("path: flowers.csv", "path: " + flowers));
    var run = run("run", suite, "--quiet", "--out", results());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("flowers 1.0.0, 12 runs: 12 ok"), run.out());

    var board = Files.readAllLines(folder.resolve("r/leaderboard.csv"));
    assertEquals(5, board.size(), "two noises, two optimizers");
    int dataset = List.of(board.get(0).split(",")).indexOf("dataset");
    assertTrue(board.get(1).split(",")[dataset].matches("flowers [0-9a-f]{8}"), board.get(1));
    var record = RunRecords.readAll(List.of(folder.resolve("r"))).get(0);
    assertEquals("species", record.cell().dataset().hyperparameters().get("label"));
    assertEquals(64, record.cell().dataset().sha256().length());

    var verified = run("verify", results());
    assertEquals(0, verified.exitCode(), verified.out());
    assertTrue(verified.out().contains("0 errors"), verified.out());
    var again = run("reproduce", record.runId(), results(), "--quiet");
    assertEquals(0, again.exitCode(), again.out());

    Files.writeString(flowers, Files.readString(flowers) + "3,3,iris\n");
    var changed = run("verify", results());
    assertEquals(6, changed.exitCode(), changed.out());
    assertEquals(1, changed.out().lines().filter(line -> line.contains("it was changed")).count());
    var refused = run("reproduce", record.runId(), results(), "--quiet");
    assertEquals(2, refused.exitCode());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().contains("it was changed"), refused.err());

    var other = run("run", suite, "--quiet", "--out", results());
    assertEquals(0, other.exitCode(), other.err());
    var all = RunRecords.readAll(List.of(folder.resolve("r")));
    assertEquals(24, all.size(), "other data are other runs");
    assertEquals(2, all.stream().map(each -> each.cell().dataset().label()).distinct().count());

    Files.delete(flowers);
    var missing = run("verify", results());
    assertTrue(missing.out().contains("is not at " + flowers), missing.out());
  }

  /** Two classes and hundreds go through training and every report. */
  @Test
  void anyNumberOfClassesIsReported() throws IOException {
    for (int classes : new int[] {2, 200}) {
      var file =
          Files.writeString(
              folder.resolve(classes + ".csv"),
              IntStream.range(0, classes * 8 + 40)
                  .mapToObj(i -> i % classes + "," + i % 3 + "," + i * i % 11)
                  .collect(Collectors.joining("\n", "label,a,b\n", "\n")));
      String text =
          recipe()
              .replaceAll(
                  "(?s)datasets:.*?noises:", "datasets: [{name: csv, path: " + file + "}]\nnoises:")
              .replaceAll(
                  "(?s)  - kind: matrix.*?networks:",
                  "  - {kind: pairflip@1, rate: 0.2}\nnetworks:")
              .replace("batch_size: 32", "batch_size: 8");
      var out = folder.resolve("r" + classes).toString();
      var run = run("run", suite(text), "--quiet", "--seeds", "2", "--out", out);
      assertEquals(0, run.exitCode(), run.err());
      var verified = run("verify", out);
      assertEquals(0, verified.exitCode(), verified.out());
    }
  }

  @Test
  void wrongSettingsAreOneLine() throws IOException {
    var flowers = flowers(240);
    String recipe = recipe().replace("path: flowers.csv", "path: " + flowers);
    refused("path", recipe.replace(flowers.toString(), "/none.csv"), "/none.csv: found no file");
    refused("label", recipe.replace("label: species", "label: kind"), "expected one named 'kind'");
    refused("key", recipe.replace("called:", "caled:"), "unknown key");
    refused("rest", recipe.replace("    path: " + flowers, ""), "the key 'path' is missing");
    refused(
        "name",
        recipe.replaceAll("(?s)datasets:.*?noises:", "datasets: [csv]\nnoises:"),
        "'csv' needs a path");
    refused(
        "share",
        recipe.replace("called: flowers", "test_share: 1.5"),
        "test_share must be above 0 and below 1");
    refused(
        "crop",
        recipe.replace("epochs: 10", "epochs: 10\n  augmentation: flip-crop"),
        "augmentation varies images, got rows of a table");
    refused(
        "cnn",
        recipe.replaceAll("(?s)networks:.*?optimizers", "networks: [lenet]\noptimizers"),
        "1x1");
    refused(
        "matrix",
        recipe.replaceAll("(?s)    matrix:.*?networks", "    matrix: [[1, 0], [0, 1]]\nnetworks"),
        "a matrix of 2 classes");
  }

  private void refused(String name, String text, String message) throws IOException {
    var run = run("run", suite(text), "--quiet", "--out", folder.resolve(name).toString());
    assertEquals(2, run.exitCode(), name);
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void relativePathsAndOtherPlacesAreTheSameRun() throws IOException {
    var flowers = flowers(240);
    var copy = Files.copy(flowers, folder.resolve("copy.csv"));
    assertEquals(ids(flowers), ids(copy));
    Files.writeString(copy, Files.readString(copy) + "3,3,iris\n");
    assertNotEquals(ids(flowers), ids(copy));
  }

  private List<String> ids(Path file) throws IOException {
    var suite = suite(recipe().replace("path: flowers.csv", "path: " + file));
    var plan =
        Plan.of(
            SuiteReader.read("x", Files.readString(Path.of(suite))),
            "reference",
            Device.CPU,
            OptionalInt.empty());
    return plan.cells().stream().map(cell -> cell.runId()).toList();
  }

  private static String recipe() throws IOException {
    String readme = Files.readString(Path.of("../datasets/README.md"));
    int start = readme.indexOf("```yaml\nname: flowers") + "```yaml\n".length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  /** Half iris, a third rose, a sixth tulip, in clouds that overlap. */
  private Path flowers(int rows) throws IOException {
    var random = new Random(1);
    var lines = new ArrayList<>(List.of("petal,sepal,species"));
    for (int i = 0; i < rows; i++) {
      int species = i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
      double petal = 1.5 + 2 * species + random.nextGaussian();
      double sepal = 5 - species + random.nextGaussian();
      lines.add(petal + "," + sepal + "," + SPECIES.get(species));
    }
    return Files.write(folder.resolve("flowers.csv"), lines);
  }

  private String suite(String text) throws IOException {
    return Files.writeString(folder.resolve("suite.yaml"), text).toString();
  }

  private String results() {
    return folder.resolve("r").toString();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder, arguments);
  }
}
