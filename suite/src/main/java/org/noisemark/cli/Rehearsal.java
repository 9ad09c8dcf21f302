package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.DataHome;
import org.noisemark.reports.records.Folders;

/**
 * Starts, in one JVM, what the launcher starts most, without a word of output: a JVM with {@code
 * -XX:ArchiveClassesAtExit} leaves an archive of the classes that they load, from which later ones
 * start faster.
 */
final class Rehearsal {
  /** One cell, trained in less than a second. */
  private static final String SUITE =
      """
      name: rehearsal
      version: 1.0.0
      summary: one small cell
      datasets: [fashion-mnist-mini]
      noises:
        - kind: symmetric-exclusive@1
          rate: 0.4
      networks: [mlp]
      optimizers:
        - name: sgd
      training:
        epochs: 1
        batch_size: 64
        learning_rate: 0.05
        examples: 64
      evaluation:
        every_epochs: 1
      seeds: [1]
      """;

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("noisemark");
    try {
      Path suite = Files.writeString(folder.resolve("rehearsal.yaml"), SUITE);
      String out = folder.resolve("out").toString();
      start("--help");
      start("list");
      start("run", suite.toString(), "--out", out, "--quiet");
      start("plan", suite.toString());
      start("plan", "quick", "--cells");
      start("report", out);
      start("verify", out);
      start("cite", out);
    } finally {
      Folders.delete(folder);
    }
    System.exit(0); // as the program ends: an engine's threads may be left
  }

  private static void start(String... arguments) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Main.run(new Session(nowhere, nowhere, DataHome.byDefault()), arguments);
  }
}
