package org.noisemark.reports.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitRecordsTest {
  @TempDir Path folder;

  @Test
  void commitsComeInTheOrderOfTheirFirstRunsWhateverFoldersTheyLieIn() throws IOException {
    write("days/two", "aa", 1, "2026-11-02T00:00:00Z");
    write("days/two", "bb", 2, "2026-11-01T00:00:00Z");
    write("days/one", "bb", 1, "2026-11-03T00:00:00Z");
    write("other", "", 1, "2026-11-04T00:00:00Z");
    List<CommitRecords> commits =
        CommitRecords.readAll(List.of(folder.resolve("days"), folder.resolve("other")));
    assertEquals(
        List.of("bb", "aa", "unknown"), commits.stream().map(CommitRecords::commit).toList());
    assertEquals(
        List.of(2, 1, 1), commits.stream().map(commit -> commit.records().size()).toList());
  }

  @Test
  void theSameRecordTwiceIsOne() throws IOException {
    write("one", "aa", 1, "2026-11-02T00:00:00Z");
    write("two", "aa", 1, "2026-11-02T00:00:00Z");
    List<CommitRecords> commits = CommitRecords.readAll(List.of(folder));
    assertEquals(1, commits.get(0).records().size());
  }

  @Test
  void aRunThatACommitTrainedTwiceIsNamedWithBothFiles() throws IOException {
    write("one", "aa", 1, "2026-11-02T00:00:00Z");
    write("two", "aa", 1, "2026-11-03T00:00:00Z");
    String message =
        assertThrows(IOException.class, () -> CommitRecords.readAll(List.of(folder))).getMessage();
    assertTrue(message.contains("by commit aa: " + folder.resolve("one/cells")), message);
    assertTrue(message.contains(folder.resolve("two/cells").toString()), message);
  }

  @Test
  void aFolderWithoutRecordsIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    String message =
        assertThrows(
                IOException.class, () -> CommitRecords.readAll(List.of(folder.resolve("empty"))))
            .getMessage();
    assertTrue(message.startsWith(folder.resolve("empty") + ": no folder cells"), message);
  }

  private void write(String name, String commit, long seed, String start) throws IOException {
    RunRecord record = Fixture.run("sgd", seed, 0.8).record();
    RunRecords.write(
        folder.resolve(name),
        Edited.with(record, Map.of("program.git_commit", commit, "started_at", start)));
  }
}
