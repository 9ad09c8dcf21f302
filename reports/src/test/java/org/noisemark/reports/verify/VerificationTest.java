package org.noisemark.reports.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;

/** What can be found of published records, the clean ones, without an engine or a data set. */
@Tag("slow")
class VerificationTest {
  private static final Path PUBLISHED = Path.of("published", "quick");

  @TempDir Path directory;

  @BeforeEach
  void copyAndReport() throws IOException {
    Files.createDirectory(directory.resolve("cells"));
    for (Path file : RunRecords.files(PUBLISHED)) {
      if (RunRecords.read(file).cell().noise().kind().equals("clean")) {
        Files.copy(file, directory.resolve("cells").resolve(file.getFileName()));
      }
    }
    report();
  }

  @Test
  void findsNothingWrongWithWhatIsRight() throws IOException {
    assertEquals(List.of(), Verification.ofFiles(Results.read(directory)));
    List<Finding> notes = Verification.ofRuns(Results.read(directory).records(), false);
    assertTrue(notes.stream().noneMatch(Finding::isError), notes.toString());
  }

  /** Any digit of any file: whatever it is part of, the file is named, and found to be wrong. */
  @Test
  void findsAnEditedDigitAnywhere() throws IOException {
    var random = RandomSource.XO_SHI_RO_256_PP.create(17);
    List<Path> files = filesWithDigits();
    for (int edit = 0; edit < 40; edit++) {
      Path file = files.get(edit % files.size());
      byte[] before = Files.readAllBytes(file);
      byte[] after = before.clone();
      int place = random.nextInt(after.length);
      while (!Character.isDigit(after[place])) {
        place = (place + 1) % after.length;
      }
      after[place] = (byte) ('0' + (after[place] - '0' + 1 + random.nextInt(9)) % 10);
      Files.write(file, after);

      String name = directory.relativize(file).toString();
      assertTrue(
          errors().stream().anyMatch(finding -> finding.file().equals(name)),
          String.format(Locale.ROOT, "digit %d of %s", place, name));

      Files.write(file, before);
    }
    assertEquals(List.of(), errors());
  }

  @Test
  void namesRowColumnAndBothValuesOfAnEditedCell() throws IOException {
    RunRecord record = Results.read(directory).records().get(3);
    String accuracy = Double.toString(record.accuracy().last());
    Path runs = directory.resolve("runs.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(runs));
    lines.replaceAll(
        line ->
            line.contains(record.runId())
                ? line.replaceFirst(",ok,," + accuracy, ",ok,,0.5")
                : line);
    Files.writeString(runs, String.join("\n", lines) + "\n");

    Finding found = errors().get(0);

    assertEquals("runs.csv", found.file());
    assertEquals(record.runId(), found.row());
    assertEquals("test_accuracy_final_ratio", found.column());
    assertEquals("0.5", found.stored());
    assertEquals(accuracy, found.expected());
  }

  @Test
  void namesTheRowOfAnEditedKey() throws IOException {
    edit("leaderboard.csv", ",fsam,", ",sgdd,");
    Finding found = errors().get(0);
    assertEquals("optimizer", found.column());
    assertEquals("sgdd", found.stored());
    assertEquals("fsam", found.expected());
  }

  @Test
  void findsRowsThatAreGoneTwiceOrMoved() throws IOException {
    Path curves = directory.resolve("curves.csv");
    List<String> lines = Files.readAllLines(curves);
    var fewer = new ArrayList<>(lines);
    String gone = fewer.remove(2);
    assertFound(curves, fewer, "is missing");
    var twice = new ArrayList<>(lines);
    twice.add(gone);
    assertFound(curves, twice, "has a row twice");
    var moved = new ArrayList<>(lines);
    moved.add(moved.remove(2));
    assertFound(curves, moved, "has its rows in another order");
  }

  @Test
  void findsATableThatBreaksItsSchema() throws IOException {
    edit("leaderboard.csv", ",clean,0.0,", ",clean,1.5,");
    assertTrue(errors().stream().anyMatch(f -> f.message().contains("above the maximum 1")));
    report();
    edit("runs.csv", ",ok,", ",fine,");
    assertTrue(errors().stream().anyMatch(f -> f.message().contains("is none of")));
    report();
    String environment = Files.readAllLines(directory.resolve("environments.csv")).get(1);
    edit("environments.csv", environment.substring(0, 12), "0123456789ab");
    assertTrue(
        errors().stream().anyMatch(f -> f.message().contains("has no row in environments.csv")));
  }

  /** What a forger who also rebuilds the reports leaves: the record contradicts itself. */
  @Test
  void findsARecordThatContradictsItself() throws IOException {
    String[][] edits = {
      {"\"total_seconds\" : ", "\"total_seconds\" : 9", "cost.total_seconds"},
      {"\"last\" : 0.", "\"last\" : 0.9", "accuracy.last"},
      {"\"best_epoch\" : 18", "\"best_epoch\" : 15", "accuracy.best_epoch"},
      {"\"gradient_evaluations\" : ", "\"gradient_evaluations\" : 1", "cost.gradient_evaluations"},
      {"\"effective_rate\" : 0.0", "\"effective_rate\" : 0.1", "labels.effective_rate"},
      {"\"seed\" : 1", "\"seed\" : 30", "run_id"},
      {"\"rho\" : 0.", "\"rho\" : 0.1", "run_id"},
      {"\"version\" : \"2.0.0\"", "\"version\" : \"2.1.0\"", "run_id"},
    };
    for (String[] edit : edits) {
      Path cell = cell("sam", 1);
      String before = Files.readString(cell);
      assertTrue(before.contains(edit[0]), edit[0]);
      Files.writeString(cell, before.replaceFirst(Pattern.quote(edit[0]), edit[1]));
      report();
      assertTrue(
          errors().stream().anyMatch(found -> found.column().equals(edit[2])),
          edit[2] + " in " + errors());
      Files.writeString(cell, before);
    }
  }

  @Test
  void findsAHashThatItsPairsDoNotShare() throws IOException {
    Path cell = cell("sam", 1);
    String labels = RunRecords.read(cell).labels().sha256();
    Files.writeString(cell, Files.readString(cell).replace(labels, labels.replace('a', 'b')));
    List<Finding> found = Verification.ofRuns(Results.read(directory).records(), false);
    assertTrue(
        found.stream().anyMatch(f -> f.isError() && f.column().equals("labels.sha256")),
        found.toString());
  }

  @Test
  void readsOnThroughARecordThatCannotBeRead() throws IOException {
    Path cell = cell("sam", 1);
    Files.writeString(cell, "{");
    assertEquals("cells/" + cell.getFileName(), errors().get(0).file());
    assertFalse(Results.read(directory).records().isEmpty());
  }

  private void assertFound(Path file, List<String> lines, String message) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
    List<Finding> errors = errors();
    assertTrue(
        errors.stream().anyMatch(found -> found.message().equals(message)),
        message + " in " + errors);
  }

  private Path cell(String optimizer, long seed) throws IOException {
    for (Path file : RunRecords.files(directory)) {
      RunRecord record = RunRecords.read(file);
      if (record.cell().optimizer().name().equals(optimizer) && record.cell().seed() == seed) {
        return file;
      }
    }
    throw new AssertionError(optimizer + " " + seed);
  }

  private void edit(String file, String old, String edited) throws IOException {
    Path path = directory.resolve(file);
    String text = Files.readString(path, StandardCharsets.UTF_8);
    assertTrue(text.contains(old), old);
    Files.writeString(path, text.replace(old, edited));
  }

  private void report() throws IOException {
    Reports.of(RunRecords.readAll(List.of(directory))).write(directory);
  }

  private List<Finding> errors() throws IOException {
    return Verification.ofFiles(Results.read(directory)).stream().filter(Finding::isError).toList();
  }

  /** Every file; a table without a row has no digit to edit. */
  private List<Path> filesWithDigits() throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.readString(file).chars().anyMatch(Character::isDigit)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
