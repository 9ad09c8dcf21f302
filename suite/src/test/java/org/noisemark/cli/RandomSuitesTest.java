package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.records.Folders;

/**
 * Suites from a grammar: what it says is right is trained and reported, what it breaks is one line
 * and exit code 2, with nothing written.
 */
@Tag("slow")
class RandomSuitesTest {
  private static final int SUITES = Integer.getInteger("noisemark.campaign", 20);
  private static final int CLASSES = 3;

  @TempDir Path folder;
  private final List<String> found = new ArrayList<>();
  private Path data;

  /** Ninety rows of two numbers that tell the class, with some noise. */
  @BeforeEach
  void writeData() throws IOException {
    var random = new Random(1);
    data =
        Files.writeString(
            folder.resolve("made up.csv"),
            IntStream.range(0, 90)
                .mapToObj(
                    i ->
                        String.join(
                            ",",
                            "c" + i % CLASSES,
                            Double.toString(i % CLASSES + random.nextGaussian() / 3),
                            Double.toString(random.nextGaussian())))
                .collect(Collectors.joining("\n", "label,a,b\n", "\n")));
  }

  @Test
  void trainOrAreRefusedInALine() throws IOException {
    var random = new Random(15);
    int trained = 0;
    for (int i = 0; i < SUITES; i++) {
      var suite = new RandomSuite(random, data.toString());
      boolean isValid = i % 2 == 0;
      String text = isValid ? suite.valid() : suite.broken();
      Path file = Files.writeString(folder.resolve("suite.yaml"), text);
      Path out = folder.resolve("out");
      var run =
          CommandLineRun.of(folder, "run", file.toString(), "--out", out.toString(), "--quiet");
      if (isValid) {
        trained++;
        expect(run.exitCode() == 0, "a valid suite is refused or fails", i, text, run);
        if (run.exitCode() == 0) {
          var verified = CommandLineRun.of(folder, "verify", out.toString());
          expect(verified.exitCode() == 0, "verify finds something", i, text, verified);
        }
      } else {
        boolean isRefused =
            run.exitCode() == 2 && run.err().lines().count() == 1 && run.out().isEmpty();
        expect(
            isRefused,
            "a broken suite is not refused in a line: " + suite.breakage(),
            i,
            text,
            run);
        expect(Files.notExists(out), "a broken suite leaves a folder", i, text, run);
      }
      Folders.delete(out);
    }
    assertEquals("", String.join("\n\n", found));
    assertTrue(trained > 0);
  }

  private void expect(boolean holds, String what, int seed, String suite, CommandLineRun run) {
    if (!holds) {
      found.add(
          String.join(
              "\n",
              "suite " + seed + ": " + what,
              "exit code " + run.exitCode(),
              run.err(),
              run.out(),
              suite));
    }
  }
}
