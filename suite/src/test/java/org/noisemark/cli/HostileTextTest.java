package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.cli.session.Session;
import org.noisemark.cli.session.StandardOutput;
import org.noisemark.datasets.DataHome;
import org.noisemark.reports.records.Folders;
import org.noisemark.reports.records.RunRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Texts that would do something where they are shown, in every field of a record that holds text: a
 * command refuses them in a line, or what it writes and prints is harmless. What is looked for is
 * what a spreadsheet, a browser, a Markdown reader and a terminal would act on.
 */
@Tag("slow")
class HostileTextTest {
  private static final Path RESULTS = Path.of("..", "reports", "baselines", "ci");
  private static final int RECORDS = 4;

  /** A formula, an element with a script, a link, ends of a script and of a comment. */
  private static final String HOSTILE =
      "=cmd|'/C calc'!A0 \"><img src=x onerror=alert(1)> [x](javascript:alert(1)) </script>"
          + " <!-- ]]> ${x} |";

  private static final String ESCAPE_SEQUENCES = "a \u001b[31m\u009b2J\u0007";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E-?[0-9]+)?|-INF");
  private static final Pattern MARKDOWN =
      Pattern.compile("(?<!\\\\)<img|(?<!\\\\)\\]\\(javascript");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

  @TempDir Path folder;
  private final List<String> found = new ArrayList<>();
  private int shown;

  /** All fields at once; in the whole campaign also each by itself. */
  @Test
  void doesNothingWhereverItIsShown() throws Exception {
    var fields = new TreeSet<String>();
    for (Path record : records()) {
      collect("", JsonMapper.shared().readTree(Files.readString(record)), fields);
    }
    assertTrue(fields.size() > 20, fields.toString());
    var free = new TreeSet<String>();
    for (String field : fields) {
      Path results = results(Set.of(field), ESCAPE_SEQUENCES);
      assertThrows(IOException.class, () -> RunRecords.readAll(List.of(results)), field);
      if (isRead(results(Set.of(field), HOSTILE))) {
        free.add(field);
      }
    }
    assertTrue(free.size() > 10, free.toString());
    show(free.toString(), results(free, HOSTILE));
    if (Integer.getInteger("noisemark.campaign", 0) > 0) {
      for (String field : fields) {
        show(field, results(Set.of(field), HOSTILE));
      }
    }
    assertEquals(List.of(), found);
    assertTrue(shown > 10, "shown in " + shown + " files");
  }

  private static boolean isRead(Path results) {
    try {
      RunRecords.readAll(List.of(results));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private void show(String field, Path directory) throws Exception {
    String results = directory.toString();
    Path page = folder.resolve("page");
    command(field, "report", results);
    command(field, "verify", results);
    command(field, "cite", results);
    command(field, "cite", results, "--format", "markdown");
    command(field, "export", results, "--format", "bencher");
    command(field, "publish", results, "--out", page.toString());
    command(
        field,
        Stream.concat(
                Stream.of("gate", "--baseline", results, "--candidate", results),
                Stream.of("junit", "markdown", "json")
                    .flatMap(each -> Stream.of("--" + each, results + "/gate." + each)))
            .toArray(String[]::new));
    check(field, directory);
    check(field, page);
    Folders.delete(page);
  }

  /** The names of files and the words of a command line come from outside as well. */
  @Test
  void aWrongNameIsToldInALineThatSteersNoTerminal() {
    command("preset", "run", HOSTILE + ESCAPE_SEQUENCES);
    command("verb", HOSTILE + ESCAPE_SEQUENCES);
    command("option", "list", "--" + ESCAPE_SEQUENCES);
    command("folder", "report", folder.resolve("a\u001b[31mb").toString());
    command("study", "study", ESCAPE_SEQUENCES);
    command("data", "data", "fetch", ESCAPE_SEQUENCES);
    assertEquals(List.of(), found);
  }

  private static List<Path> records() throws IOException {
    try (Stream<Path> files = Files.list(RESULTS.resolve("cells"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .limit(RECORDS)
          .toList();
    }
  }

  /** Names the places of text: "cell.optimizer.name", "accuracy[].x". */
  private static void collect(String place, JsonNode node, TreeSet<String> fields) {
    if (node instanceof StringNode) {
      fields.add(place);
    } else if (node instanceof ArrayNode array) {
      array.forEach(each -> collect(place + "[]", each, fields));
    } else if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(each -> collect(place + "." + each.getKey(), each.getValue(), fields));
    }
  }

  /** Returns a folder of records in which these fields hold the text. */
  private Path results(Set<String> fields, String text) throws IOException {
    Path results = folder.resolve("results");
    Folders.delete(results);
    Files.createDirectories(results.resolve("cells"));
    Files.copy(RESULTS.resolve("gate.json"), results.resolve("gate.json"));
    for (Path record : records()) {
      var tree = JsonMapper.shared().readTree(Files.readString(record));
      Files.writeString(
          results.resolve("cells").resolve(record.getFileName()),
          JsonMapper.shared().writeValueAsString(replaced("", tree, fields, text)));
    }
    return results;
  }

  private static JsonNode replaced(String place, JsonNode node, Set<String> fields, String text) {
    if (node instanceof StringNode) {
      return fields.contains(place) ? StringNode.valueOf(text) : node;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replaced(place + "[]", array.get(i), fields, text));
      }
    } else if (node instanceof ObjectNode object) {
      for (var each : List.copyOf(object.properties())) {
        object.set(
            each.getKey(), replaced(place + "." + each.getKey(), each.getValue(), fields, text));
      }
    }
    return node;
  }

  private void command(String field, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var texts = List.of(new StandardOutput(out).text(), new StandardOutput(err).text());
    int code = Main.run(new Session(texts.get(0), texts.get(1), new DataHome(folder)), arguments);
    texts.forEach(text -> text.flush());
    String printed = out.toString(UTF_8);
    String said = err.toString(UTF_8);
    String what = field + ": " + arguments[0] + " ";
    if (code == 1 || said.contains("\tat ")) {
      found.add(what + "ends in an internal error: " + said);
    }
    if (code == 2 && said.lines().count() != 1) {
      found.add(what + "is refused in " + said.lines().count() + " lines: " + said);
    }
    if (CONTROL.matcher(printed + said).find()) {
      found.add(what + "prints control characters");
    }
  }

  private void check(String field, Path written) throws Exception {
    if (Files.notExists(written)) {
      return;
    }
    for (var file : Folders.read(written).entrySet()) {
      String name = file.getKey();
      String text = new String(file.getValue(), UTF_8);
      if (name.startsWith("cells/") || name.contains("/cells/")) {
        continue;
      }
      shown += text.contains("onerror") ? 1 : 0;
      if (CONTROL.matcher(text).find()) {
        found.add(field + ": control characters in " + name);
      }
      if (name.endsWith(".csv")) {
        checkCells(field + ": " + name, text);
      } else if ((name.endsWith(".md") || name.endsWith("gate.markdown"))
          && MARKDOWN.matcher(text).find()) {
        found.add(field + ": Markdown or HTML of its own in " + name);
      } else if (name.endsWith(".html")
          && (text.contains("<img") || text.contains("href=\"javascript"))) {
        found.add(field + ": an element of its own in " + name);
      } else if (name.endsWith(".json")) {
        JsonMapper.shared().readTree(text);
      } else if (name.endsWith("gate.junit")) {
        var document =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(written.resolve(name).toFile());
        assertEquals(0, document.getElementsByTagName("img").getLength(), name);
      }
    }
  }

  private void checkCells(String place, String text) throws IOException {
    try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
      for (var row : rows) {
        for (String cell : row) {
          boolean formula =
              cell.matches("(?s)[=+@\\t\\r].*|-.*[|(!].*") && !NUMBER.matcher(cell).matches();
          if (formula) {
            found.add(place + ": a formula " + cell);
          }
        }
      }
    }
    assertFalse(text.isEmpty(), place);
  }
}
