package org.noisemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.records.Folders;

/** What a verb writes does not depend on the digits and capitals of the user's language. */
@Tag("slow")
class LocalesTest {
  private static final String RESULTS = "../reports/published/quick";
  private static final String BASELINE = "../reports/baselines/ci";

  /** OUT is where a verb writes. */
  private static final List<String> COMMANDS =
      List.of(
          "report " + RESULTS + " --out OUT/report",
          "verify " + RESULTS,
          "gate --baseline BASELINE --candidate BASELINE --junit OUT/gate.xml --markdown OUT/gate.md"
              + " --json OUT/gate.json",
          "calibrate-gate BASELINE --rules BASELINE --seeds 3 --draws 20",
          "publish " + RESULTS + " --out OUT/site",
          "export " + RESULTS + " --format bencher --out OUT/bencher.json",
          "export " + RESULTS + " --format jmh --out OUT/jmh.json",
          "export " + RESULTS + " --format github-action-benchmark --out OUT/bigger.json",
          "export "
              + RESULTS
              + " --format github-action-benchmark --direction smaller --out OUT/smaller.json",
          "export " + RESULTS + " --format bencher-v1 --out OUT/bencher-v1.json",
          "history " + RESULTS + " --out OUT/history",
          "study all --form gpu --plan",
          "cite " + RESULTS,
          "cite " + RESULTS + " --format markdown",
          "baseline update --baseline OUT/baseline --candidate BASELINE --reason first",
          "noise fashion-mnist-mini --kind symmetric-exclusive --rate 0.4 --out OUT/labels.csv",
          "list",
          "plan quick --cells");

  private static Map<String, byte[]> expected;

  private final Locale usual = Locale.getDefault();

  @TempDir Path folder;

  @BeforeAll
  static void writeInTheRootLocale(@TempDir Path root) throws IOException {
    expected = written(Locale.ROOT, root);
  }

  @AfterEach
  void restore() {
    Locale.setDefault(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "tr-TR", "de-DE"})
  void everyVerbWritesTheSame(String language) throws IOException {
    Map<String, byte[]> actual = written(Locale.forLanguageTag(language), folder);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  /** Returns what each command prints and every file that it leaves. */
  private static Map<String, byte[]> written(Locale locale, Path folder) throws IOException {
    Path out = folder.resolve("out");
    var printed = new TreeMap<String, byte[]>();
    for (String command : COMMANDS) {
      Locale.setDefault(locale);
      String[] arguments =
          command.replace("OUT", out.toString()).replace("BASELINE", BASELINE).split(" ");
      var run = CommandLineRun.of(folder.resolve("home"), arguments);
      assertEquals(0, run.exitCode(), command + ": " + run.err());
      String text = run.out().replace(out.toString(), "OUT");
      printed.put(command, text.getBytes(StandardCharsets.UTF_8));
    }
    printed.putAll(Folders.read(out));
    return printed;
  }
}
