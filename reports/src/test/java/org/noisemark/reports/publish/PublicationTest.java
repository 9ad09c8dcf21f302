package org.noisemark.reports.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noisemark.reports.ReportsTest;
import org.noisemark.reports.records.Edited;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.RunRecord;

@Tag("slow")
class PublicationTest {
  @TempDir Path site;
  private Path folder;

  @BeforeEach
  void makeTheFolderOfTheSuite() throws IOException {
    folder = Files.createDirectory(site.resolve("test"));
  }

  private static List<RunRecord> runs() {
    return new ArrayList<>(
        List.of(
            Fixture.run("sgd", 1, 0.5).record(),
            Fixture.run("sgd", 2, 0.5).record(),
            Fixture.run("sam", 1, 0.75).record()));
  }

  @Test
  void theFirstVersionIsWholeAndLatestIsItsCopy() throws IOException {
    assertEquals("1.0.0", publish(runs()).version());
    Map<String, String> files = files();
    for (String file : ReportsTest.FILES) {
      assertTrue(files.containsKey("1.0.0/" + file), file);
    }
    for (RunRecord run : runs()) {
      assertTrue(files.containsKey("1.0.0/cells/" + run.runId() + ".json"));
    }
    for (String file : List.of("LEADERBOARD.md", "CHANGES.md", "CHANGES.html", "runs.csv")) {
      assertEquals(files.get("1.0.0/" + file), files.get("latest/" + file), file);
    }
    assertTrue(read("index.html").contains("href=\"latest/index.html\""));
    assertTrue(read("index.html").contains("href=\"1.0.0/"));
    assertTrue(Files.readString(site.resolve("index.html")).contains("href=\"test/latest/"));
    assertTrue(read("latest/LEADERBOARD.md").contains("| sam | **75.00** |"));
    assertTrue(read("latest/CHANGES.md").contains("The first version: 3 runs."));
    assertTrue(files.keySet().stream().noneMatch(name -> name.startsWith(".")), files.toString());
  }

  @Test
  void everyLinkOfTheSiteLeadsToAFile() throws IOException {
    publish(runs());
    var more = runs();
    more.add(Fixture.run("sam", 2, 0.5).record());
    publish(more);
    assertEquals(2 + 2 * 2, linksToFiles(folder.resolve("index.html")));
    assertEquals(2, linksToFiles(site.resolve("index.html")));
    assertEquals(2, linksToFiles(folder.resolve("1.1.0/CHANGES.html")));
    assertTrue(read("latest/index.html").contains("href=\"CHANGES.html\""));
    assertTrue(linksToFiles(folder.resolve("latest/index.html")) > 10);
  }

  @Test
  void theSameAgainChangesNoByteAndNoDate() throws IOException {
    publish(runs());
    Map<String, String> before = files();
    var old = FileTime.fromMillis(1_000_000_000_000L);
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(path, old);
      }
    }
    List<RunRecord> shuffled = List.of(runs().get(2), runs().get(0), runs().get(1));
    Publication.Outcome again = publish(shuffled);
    assertFalse(again.changed());
    assertEquals("1.0.0", again.version());
    assertEquals(before, files());
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        assertEquals(old, Files.getLastModifiedTime(path), path.toString());
      }
    }
  }

  @Test
  void anotherRowIsAMinorVersion() throws IOException {
    publish(runs());
    String first = files().get("1.0.0/runs.csv");
    var more = runs();
    more.add(Fixture.run("sam", 2, 0.5).record());
    assertEquals("1.1.0", publish(more).version());
    String changes = read("1.1.0/CHANGES.md");
    assertTrue(changes.contains("What changed against 1.0.0."), changes);
    String id = more.get(3).runId();
    assertTrue(
        changes.contains(
            "## Cells added\n\n- "
                + id
                + ": squares, symmetric-exclusive@1 0.4, mlp, sam, seed 2, ok"),
        changes);
    assertTrue(
        changes.contains(
            "sam, test, reference, cpu, float64: test\\_accuracy\\_final\\_mean\\_ratio 0.75 →"
                + " 0.625"),
        changes);
    assertTrue(changes.contains("runs.csv: 1 rows added, 0 removed, 0 values moved"), changes);
    String html = read("1.1.0/CHANGES.html");
    assertTrue(html.contains("<h1>test 1.1.0, changes</h1>"), html);
    assertTrue(html.contains("<h2>Cells added</h2><ul><li>" + id + ": squares, "), html);
    assertEquals(first, files().get("1.0.0/runs.csv"), "a version is never changed");
    assertEquals(files().get("1.1.0/CHANGES.md"), files().get("latest/CHANGES.md"));
    assertTrue(read("index.html").indexOf("1.1.0") < read("index.html").indexOf("1.0.0"));

    assertEquals("1.2.0", publish(runs()).version());
    assertTrue(read("1.2.0/CHANGES.md").contains("## Cells removed\n\n- " + id));
  }

  @Test
  void aCorrectedValueIsAPatch() throws IOException {
    publish(runs());
    var corrected = runs();
    corrected.set(2, Fixture.run("sam", 1, 0.875).record());
    assertEquals("1.0.1", publish(corrected).version());
    String changes = read("1.0.1/CHANGES.md");
    assertTrue(changes.contains("test\\_accuracy\\_final\\_ratio 0.75 → 0.875"), changes);
    assertFalse(changes.contains("Cells"), changes);
  }

  @Test
  void anotherColumnIsAMajorVersion() throws IOException {
    publish(runs());
    Path table = folder.resolve("1.0.0/datapackage.json");
    String before = Files.readString(table);
    // As if the version before had lacked a constraint, and a column had another name.
    Files.writeString(table, before.replaceFirst("\"name\" : \"rank\"", "\"name\" : \"place\""));
    Path csv = folder.resolve("1.0.0/leaderboard.csv");
    Files.writeString(csv, Files.readString(csv).replaceFirst(",rank,", ",place,"));
    assertEquals("2.0.0", publish(runs()).version());
    String changes = read("2.0.0/CHANGES.md");
    assertTrue(changes.contains("## Columns of leaderboard.csv"), changes);
    assertTrue(changes.contains("- rank added\n- place removed"), changes);
  }

  @Test
  void namesTheVersionsThatChanged() throws IOException {
    publish(runs());
    var newer = new ArrayList<RunRecord>();
    for (RunRecord run : runs()) {
      newer.add(
          Edited.with(
              run,
              Map.of(
                  "cell.suite.version",
                  "1.1.0",
                  "program.version",
                  "0.2.0",
                  "environment.engine_versions",
                  Map.of("reference", "0.2.0"))));
    }
    publish(newer);
    String changes = read("latest/CHANGES.md");
    assertTrue(changes.contains("- suite\\_version: 1.0.0 → 1.1.0"), changes);
    assertTrue(changes.contains("- noisemark\\_version: 0.1.0 → 0.2.0"), changes);
    assertTrue(changes.contains("{\"reference\":\"0.1.0\"} → {\"reference\":\"0.2.0\"}"), changes);
  }

  @Test
  void aSiteOfSomethingElseIsLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("index.html"), "mine");
    assertThrows(IOException.class, () -> publish(runs()));
    assertEquals(1, files().size());
    Files.delete(folder.resolve("index.html"));
    Files.writeString(folder.resolve("CNAME"), "results.example.org");
    publish(runs());
    assertTrue(Files.exists(folder.resolve("CNAME")));
    assertThrows(IllegalArgumentException.class, () -> publish(List.of()));
  }

  @Test
  void aRootOfSomethingElseIsLeftAsItIs() throws IOException {
    Files.writeString(site.resolve("index.html"), "mine");
    var failure = assertThrows(IOException.class, () -> publish(runs()));
    assertTrue(failure.getMessage().contains("holds index.html, but no suite"));
    assertEquals("mine", Files.readString(site.resolve("index.html")));
  }

  @Test
  void aSiteHoldsManySuites() throws IOException {
    publish(runs());
    Map<String, String> first = files();
    var other = other("other");
    assertEquals("1.0.0", publish(other).version());
    assertEquals(first, files(), "the other suite stays");
    String index = Files.readString(site.resolve("index.html"));
    assertTrue(index.indexOf("\"other/latest/") < index.indexOf("\"test/latest/"), index);

    var both = new ArrayList<>(other);
    both.addAll(runs());
    both.add(Fixture.run("sam", 2, 0.5).record());
    assertEquals(
        List.of(
            new Publication.Outcome("other", "1.0.0", false),
            new Publication.Outcome("test", "1.1.0", true)),
        Publication.publish(both, site));
  }

  @Test
  void theNameOfASuiteIsThatOfAFolder() throws IOException {
    var failure = assertThrows(IllegalArgumentException.class, () -> publish(other("../up")));
    assertTrue(failure.getMessage().startsWith("suite \"../up\": "), failure.getMessage());
    try (var paths = Files.list(site)) {
      assertEquals(List.of(folder), paths.toList());
    }
  }

  private static List<RunRecord> other(String suite) {
    return List.of(Edited.with(runs().get(0), Map.of("cell.suite.name", suite)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"resources\" : [{\"schema\" : {}}]}",
        "{\"resources\" : [{\"schema\" : {\"fields\" : [{\"name\" : 1}]}}]}",
        "[",
      })
  void saysWhichDescriptionIsNotOurs(String description) throws IOException {
    publish(runs());
    Path file = folder.resolve("1.0.0/datapackage.json");
    Files.writeString(file, description);
    var failure = assertThrows(IOException.class, () -> publish(runs()));
    assertTrue(failure.getMessage().startsWith(file + ": not what"), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count());
  }

  @Test
  void anInterruptedPublicationIsMadeGood() throws IOException {
    publish(runs());
    Map<String, String> whole = files();
    Files.delete(folder.resolve("index.html"));
    Files.delete(folder.resolve("latest/runs.csv"));
    Files.createDirectories(folder.resolve(".noisemark-publish/cells"));
    assertFalse(publish(runs()).changed());
    assertEquals(whole, files());
  }

  private Publication.Outcome publish(List<RunRecord> records) throws IOException {
    List<Publication.Outcome> outcomes = Publication.publish(records, site);
    assertEquals(1, outcomes.size());
    return outcomes.get(0);
  }

  /** Returns how many links a page has. */
  private static int linksToFiles(Path page) throws IOException {
    var links = Pattern.compile("href=\"([^\"#:]+)\"").matcher(Files.readString(page));
    int found = 0;
    for (; links.find(); found++) {
      assertTrue(Files.isRegularFile(page.resolveSibling(links.group(1))), links.group(1));
    }
    return found;
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
