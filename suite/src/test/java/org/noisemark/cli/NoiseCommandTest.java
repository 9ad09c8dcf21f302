package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.Datasets;
import org.noisemark.suite.definition.SuiteReader;
import org.noisemark.suite.harness.Tiny;
import tools.jackson.databind.json.JsonMapper;

class NoiseCommandTest {
  @TempDir Path folder;

  @Test
  void writesEveryLabelAndReportsWhatItWrote() throws IOException {
    var file = folder.resolve("new folder").resolve("labels.csv");
    var run = noise(file, "--kind", "pairflip@1", "--rate", "0.3", "--seed", "7", "--json");
    assertEquals(0, run.exitCode(), run.err());
    var lines = Files.readAllLines(file);
    assertEquals("index,clean,noisy", lines.get(0));
    int[] clean = Datasets.named("fashion-mnist-mini").load(new DataHome(folder)).trainLabels();
    assertEquals(clean.length, lines.size() - 1);
    int flips = 0;
    for (int row = 0; row < clean.length; row++) {
      var cells = lines.get(row + 1).split(",");
      assertEquals(row, Integer.parseInt(cells[0]));
      assertEquals(clean[row], Integer.parseInt(cells[1]));
      int noisy = Integer.parseInt(cells[2]);
      assertTrue(noisy == clean[row] || noisy == (clean[row] + 1) % 10, lines.get(row + 1));
      flips += noisy == clean[row] ? 0 : 1;
    }
    var report = JsonMapper.shared().readTree(run.out());
    assertEquals(0.3, (double) flips / clean.length, 1e-12);
    assertEquals(0.3, report.path("effective_rate").asDouble(), 1e-12);
    assertEquals(300, report.path("transitions").path(9).path(0).asInt());
    assertEquals(700, report.path("transitions").path(9).path(9).asInt());
  }

  @Test
  void writesTheSameBytesForTheSameSeed() throws IOException {
    var arguments = new String[] {"--kind", "symmetric-inclusive@1", "--rate", "0.5", "--seed"};
    var first = write("first", arguments, "3");
    assertArrayEquals(first, write("second", arguments, "3"));
    assertTrue(Arrays.mismatch(first, write("third", arguments, "4")) >= 0);
  }

  @Test
  void takesTheNewestVersionAndTheFirstSeedWhereNoneIsNamed() throws IOException {
    var full = new String[] {"--kind", "pairflip@1", "--rate", "0.2", "--seed"};
    var file = folder.resolve("short.csv");
    var run = noise(file, "--kind", "pairflip", "--rate", "0.2", "--json");

    assertEquals(0, run.exitCode(), run.err());
    assertArrayEquals(write("full", full, "1"), Files.readAllBytes(file));
    assertEquals("pairflip@1", JsonMapper.shared().readTree(run.out()).path("noise").asString());
  }

  @Test
  void takesAMatrixFromAFile() throws IOException {
    var rows = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        double entry = i == 2 ? (j == 5 ? 1 : 0) : (i == j ? 1 : 0);
        rows.append(j == 0 ? "" : ",").append(entry);
      }
      rows.append('\n');
    }
    var matrix = Files.writeString(folder.resolve("matrix.csv"), rows);
    var file = folder.resolve("labels.csv");
    var run = noise(file, "--matrix", matrix.toString(), "--seed", "1");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("0.100000 (1000 of 10000 labels)"), run.out());
    try (var lines = Files.lines(file)) {
      assertEquals(0, lines.filter(line -> line.endsWith(",2,2")).count());
    }
  }

  /** As pandas.crosstab saves counts: names in the first line and column. */
  @Test
  void learnsANoiseFromAConfusionMatrix() throws IOException {
    var text = new StringBuilder("true");
    for (int j = 0; j < 10; j++) {
      text.append(",class ").append(j);
    }
    for (int i = 0; i < 10; i++) {
      text.append("\nclass ").append(i);
      for (int j = 0; j < 10; j++) {
        text.append(',').append(i == j ? 30 : i == 2 && j == 5 ? 10 : 0);
      }
    }
    var confusion = Files.writeString(folder.resolve("confusion.csv"), text);
    var file = folder.resolve("labels.csv");
    var run = noise(file, "--from-confusion", confusion.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("0.025000 (250 of 10000 labels)"), run.out()); // a quarter of one
    String yaml = run.out().substring(run.out().indexOf("noises:"));
    assertTrue(yaml.contains("- [0.0, 0.0, 0.75, 0.0, 0.0, 0.25, 0.0, 0.0, 0.0, 0.0]"), yaml);

    var suite =
        Tiny.SUITE.replaceAll("(?s)noises:.*networks:", yaml.replace("$", "") + "networks:");
    assertEquals(0.025, SuiteReader.read("x.yaml", suite).noises().get(0).spec().rate(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2/0,0 | line 2: expected counts of at least 0, and one above 0",
        "1,-2/1,1 | line 1: expected counts of at least 0, and one above 0",
        "1,2/1 | line 2: 1 cells, expected 2, as many as there are lines",
        "1,2/1,many | line 2: cell 2 is 'many', expected a number"
      })
  void saysWhatIsWrongWithAConfusionMatrix(String text, String message) throws IOException {
    var confusion =
        Files.writeString(folder.resolve("confusion.csv"), text.replace("/", "\n") + "\n");
    var run = noise(folder.resolve("labels.csv"), "--from-confusion", confusion.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().strip().endsWith(message), run.err());
    assertFalse(Files.exists(folder.resolve("labels.csv")));
  }

  private byte[] write(String name, String[] arguments, String seed) throws IOException {
    var file = folder.resolve(name);
    var all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = seed;
    assertEquals(0, noise(file, all).exitCode());
    return Files.readAllBytes(file);
  }

  private CommandLineRun noise(Path file, String... arguments) {
    var all = new ArrayList<>(List.of("noise", "fashion-mnist-mini"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--out", file.toString()));
    return CommandLineRun.of(folder, all.toArray(String[]::new));
  }
}
