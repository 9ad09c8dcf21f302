package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.plugin.Plugins;
import org.noisemark.reports.records.RunRecords;

/** Jars beside the program: what they add, and what is refused. */
class PluginsTest {
  private static final String SOURCE =
      """
      package made.up;
      import org.noisemark.optim.*;
      import org.noisemark.plugin.Values;
      public final class Steady implements OptimizerDefinition {
        public String name() { return "NAME"; }
        public String summary() { return "SGD by another name"; }
        public Optimizer create(Values values) { return new Sgd(); }
      }
      """;

  private static final String SUITE =
      """
      name: tiny
      version: 1.0.0
      summary: for tests
      datasets: [fashion-mnist-mini]
      noises:
        - kind: clean
      networks: [mlp]
      optimizers:
        - name: steady
      training:
        epochs: 1
        batch_size: 4096
        learning_rate: 0.05
      seeds: [1]
      """;

  @TempDir Path folder;

  @AfterEach
  void withoutThem() throws IOException {
    Plugins.use(List.of());
  }

  /** Compiles and packs a plug-in whose optimizer has the name. */
  private Path jar(String file, String name) throws IOException {
    var classes = Files.createDirectories(folder.resolve(file + ".classes"));
    var source = Files.createDirectories(classes.resolve("made/up")).resolve("Steady.java");
    Files.writeString(source, SOURCE.replace("NAME", name));
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertEquals(0, failures);
    var jar = folder.resolve(file);
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("made/up/Steady.class"));
      out.write(Files.readAllBytes(classes.resolve("made/up/Steady.class")));
      out.putNextEntry(new JarEntry("META-INF/services/org.noisemark.optim.OptimizerDefinition"));
      out.write("made.up.Steady\n".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void addWhatTheyDefineAndAreNamedInTheRecords() throws IOException {
    var jar = jar("mine.jar", "steady");
    var listed = CommandLineRun.of(folder, "list", "optimizers", "--plugin", jar.toString());
    assertTrue(listed.out().contains("SGD by another name (from mine.jar)"), listed.out());
    assertTrue(
        !CommandLineRun.of(folder, "list", "optimizers").out().contains("steady"),
        "only when asked for");

    var suite = Files.writeString(folder.resolve("tiny.yaml"), SUITE).toString();
    var out = folder.resolve("out");
    assertEquals(
        0,
        CommandLineRun.of(
                folder,
                "run",
                suite,
                "--plugin",
                jar.toString(),
                "--out",
                out.toString(),
                "--quiet")
            .exitCode());
    var record = RunRecords.readAll(List.of(out)).get(0);
    String sha256 = DigestUtils.sha256Hex(Files.readAllBytes(jar));
    assertEquals(sha256, record.environment().plugins().get("mine.jar"));

    assertEquals(
        0,
        CommandLineRun.of(
                folder, "verify", out.toString(), "--suite", suite, "--plugin", jar.toString())
            .exitCode());
    var without = CommandLineRun.of(folder, "verify", out.toString());
    assertEquals(0, without.exitCode(), without.out());
    assertTrue(without.out().contains("the plug-in mine.jar with the SHA-256"), without.out());
    var notReproduced = CommandLineRun.of(folder, "reproduce", record.runId(), out.toString());
    assertEquals(2, notReproduced.exitCode());
    assertTrue(notReproduced.err().contains("is not in use: add --plugin mine.jar"));
  }

  @Test
  void anotherJarOfTheSameNameIsNoticed() throws IOException {
    var jar = jar("mine.jar", "steady");
    var suite = Files.writeString(folder.resolve("tiny.yaml"), SUITE).toString();
    var out = folder.resolve("out");
    CommandLineRun.of(
        folder, "run", suite, "--plugin", jar.toString(), "--out", out.toString(), "--quiet");
    var before = DigestUtils.sha256Hex(Files.readAllBytes(jar));
    Files.write(jar, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);

    var verified = CommandLineRun.of(folder, "verify", out.toString(), "--plugin", jar.toString());
    assertTrue(verified.exitCode() != 0, verified.out());
    assertTrue(
        verified.out().contains("was trained with a plug-in mine.jar of the SHA-256 " + before),
        verified.out());
  }

  @Test
  void aNameThatIsTakenIsRefusedWithBothOrigins() throws IOException {
    var taken =
        CommandLineRun.of(
            folder, "list", "optimizers", "--plugin", jar("mine.jar", "sam").toString());
    assertEquals(2, taken.exitCode());
    assertEquals(
        "noisemark: there are two optimizers 'sam', of noisemark and of mine.jar; give one another"
            + " name\n",
        taken.err());
  }

  @Test
  void whatIsNoJarIsRefusedInOneLine() throws IOException {
    var missing =
        CommandLineRun.of(folder, "list", "--plugin", folder.resolve("none.jar").toString());
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().startsWith("noisemark: --plugin: found no file "), missing.err());
    var text = Files.writeString(folder.resolve("text.jar"), "no jar");
    var wrong = CommandLineRun.of(folder, "list", "--plugin", text.toString());
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("is no jar file"), wrong.err());
  }
}
