package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written does not depend on the digits and capitals of the user's language. */
@Tag("slow")
class LocalesTest {
  private static final Path RESULTS = Path.of("../reports/published/quick");

  private final Locale usual = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "tr-TR", "de-DE"})
  void everyReportIsTheSame(String language) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(language));
    var run = run("report", RESULTS.toString(), "--out", folder.toString());

    assertEquals(0, run.exitCode(), run.err());
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertArrayEquals(
            Files.readAllBytes(RESULTS.resolve(file.getFileName())),
            Files.readAllBytes(file),
            file.toString());
      }
    }
    Locale.setDefault(Locale.forLanguageTag(language));
    var verified = run("verify", RESULTS.toString());
    assertEquals(0, verified.exitCode(), verified.out());
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(folder.resolve("home"), arguments);
  }
}
