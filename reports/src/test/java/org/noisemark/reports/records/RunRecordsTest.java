package org.noisemark.reports.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noisemark.reports.records.RunRecord.Status;

class RunRecordsTest {
  @TempDir Path directory;

  private final RunRecord record =
      Fixture.run("sam", 1, 0.1 + 0.2).detail("ö, \"quoted\"\tline").record();

  @Test
  void survivesWriteAndRead() throws IOException {
    RunRecords.write(directory, record);
    assertEquals(record, RunRecords.read(file(record)));
  }

  @Test
  void keepsNumbersThatJsonLacks() throws IOException {
    RunRecord diverged = Fixture.failed("sam", 1, Status.DIVERGED).record();
    RunRecords.write(directory, diverged);
    assertEquals(diverged, RunRecords.read(file(diverged)));
    assertTrue(Files.readString(file(diverged)).contains("\"train_loss\" : \"NaN\""));
    assertTrue(Files.readString(file(diverged)).contains("\"status\" : \"diverged\""));
    edit(diverged, text -> text.replaceFirst("\"NaN\"", "\"-INF\""));
    assertEquals(
        Double.NEGATIVE_INFINITY, RunRecords.read(file(diverged)).curve().get(0).trainLoss());
  }

  @Test
  void namesAreSortedAndLinesEndInLineFeed() throws IOException {
    RunRecords.write(directory, record);
    String text = Files.readString(file(record));
    List<String> names =
        text.lines()
            .filter(line -> line.matches("  \"\\w+\" : .*"))
            .map(line -> line.substring(3, line.indexOf('"', 3)))
            .toList();
    assertEquals(names.stream().sorted().toList(), names);
    assertEquals(16, names.size());
    assertFalse(text.contains("\r"));
    assertTrue(text.endsWith("}\n"));
  }

  @Test
  void theSameRecordGivesTheSameBytes() throws IOException {
    RunRecords.write(directory, record);
    byte[] first = Files.readAllBytes(file(record));
    RunRecords.write(directory, RunRecords.read(file(record)));
    assertArrayEquals(first, Files.readAllBytes(file(record)));
    try (var files = Files.list(directory.resolve("cells"))) {
      assertEquals(1, files.count());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"seed\" : 1              | \"seed\" : 1, \"sead\" : 2   | cell.sead",
        "\"rate\" : 0.4,           | ''                           | cell.noise.rate",
        "\"train_seconds\" : 0.5,  | ''                           | curve[0].train_seconds",
        "\"energy_scope\" : \"\",  | ''                           | cost.energy_scope",
        "\"seed\" : 1              | \"seed\" : 1.5               | cell.seed",
        "\"seed\" : 1              | \"seed\" : \"1\"             | cell.seed",
        "\"seed\" : 1              | \"seed\" : null              | cell.seed",
        "\"seed\" : 1              | \"seed\" : 1, \"seed\" : 2   | seed",
        "\"format\" : 2            | \"format\" : 1               | format version 1",
        "\"format\" : 2,           | ''                           | format",
        "\"status\" : \"ok\"       | \"status\" : \"OK\"          | timeout",
        "\"status\" : \"ok\"       | \"status\" : \"error\"       | accuracy",
        "\"train_loss\" : 1.5      | \"train_loss\" : \"1.5\"     | curve[0].train_loss",
        "\"name\" : \"test\"       | \"name\" : 5                 | cell.suite.name",
        "\"name\" : \"test\"       | \"name\" : null              | cell.suite.name",
        "\"version\" : \"1.0.0\"   | \"version\" : \"1\"          | cell.suite.version",
        "\"batch_size\" : 8       | \"batch_size\" : 0           | batch_size must be at least 1",
        "\"epoch\" : 2             | \"epoch\" : 3                | curve[1].epoch",
        "\"energy_scope\" : \"\"   | \"energy_scope\" : null      | cost.energy_scope",
      })
  void refusesWhatIsNotARecordInOneLineNamingTheFile(String old, String edited, String named)
      throws IOException {
    RunRecords.write(directory, record);
    edit(
        record,
        text -> {
          assertTrue(text.contains(old), "the edit must hit: " + old);
          return text.replaceFirst(java.util.regex.Pattern.quote(old), edited);
        });
    assertOneLine(file(record), named);
  }

  @Test
  void takesAnAbsentFieldThatMayBeNullAsNotMeasured() throws IOException {
    RunRecords.write(directory, record);
    edit(
        record,
        text ->
            text.replaceAll("    \"(peak|energy)\\w+\" : null,\n", "")
                .replaceAll("\"flipped_true_accuracy\" : null,", ""));
    assertFalse(Files.readString(file(record)).contains("peak_"));
    assertFalse(Files.readString(file(record)).contains("flipped_true_accuracy"));
    assertEquals(record, RunRecords.read(file(record)));
  }

  @Test
  void refusesATruncatedFileWhereverItIsCut() throws IOException {
    RunRecords.write(directory, record);
    String whole = Files.readString(file(record));
    for (int length = 0; length < whole.length() - 2; length += 37) {
      Files.writeString(file(record), whole.substring(0, length));
      assertOneLine(file(record), "");
    }
    Files.writeString(file(record), whole + "{}");
    assertOneLine(file(record), "");
  }

  @Test
  void refusesAFileNamedAfterAnotherRun() throws IOException {
    RunRecords.write(directory, record);
    Path moved = file(record).resolveSibling("r0123456789abcdef.json");
    Files.move(file(record), moved);
    assertOneLine(moved, record.runId());
  }

  @Test
  void mergesShardsInOneOrder() throws IOException {
    Path other = directory.resolve("other");
    RunRecord second = Fixture.run("sam", 2, 0.5).record();
    RunRecord tenth = Fixture.run("sam", 10, 0.5).record();
    RunRecords.write(directory, tenth);
    RunRecords.write(directory, record);
    RunRecords.write(other, second);
    RunRecords.write(other, record);
    List<RunRecord> expected = List.of(record, second, tenth);
    assertEquals(expected, RunRecords.readAll(List.of(directory, other)));
    assertEquals(expected, RunRecords.readAll(List.of(other, directory)));
  }

  @Test
  void refusesTwoDifferentRecordsOfOneRun() throws IOException {
    Path other = directory.resolve("other");
    RunRecords.write(directory, record);
    RunRecord changed = Fixture.run("sam", 1, 0.9).record();
    assertEquals(record.runId(), changed.runId());
    RunRecords.write(other, changed);
    String message =
        assertThrows(IOException.class, () -> RunRecords.readAll(List.of(directory, other)))
            .getMessage();
    assertTrue(message.contains(file(record).toString()), message);
    assertTrue(message.contains(other.toString()), message);
  }

  @Test
  void passesOverWhatAnInterruptedWriteLeaves() throws IOException {
    RunRecords.write(directory, record);
    Files.writeString(directory.resolve("cells/." + record.runId() + ".json.1-1.tmp"), "{ \"ru");
    assertEquals(List.of(record), RunRecords.readAll(List.of(directory)));
  }

  @Test
  void saysWhereNoRecordsAre() throws IOException {
    String absent =
        assertThrows(IOException.class, () -> RunRecords.readAll(List.of(directory))).getMessage();
    assertTrue(absent.contains(directory.toString()), absent);
    Path cells = Files.createDirectory(directory.resolve("cells"));
    String empty =
        assertThrows(IOException.class, () -> RunRecords.readAll(List.of(directory))).getMessage();
    assertTrue(empty.contains(cells.toString()), empty);
  }

  private Path file(RunRecord of) {
    return directory.resolve("cells").resolve(of.runId() + ".json");
  }

  private void edit(RunRecord of, UnaryOperator<String> change) throws IOException {
    Files.writeString(file(of), change.apply(Files.readString(file(of))));
  }

  private static void assertOneLine(Path file, String named) {
    String message = assertThrows(IOException.class, () -> RunRecords.read(file)).getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains(named), message);
    assertFalse(message.contains("\n"), message);
  }
}
