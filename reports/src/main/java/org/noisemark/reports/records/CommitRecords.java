package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runs that one commit trained.
 *
 * @param commit as the records name it; {@value #UNKNOWN} where they name none
 * @param records at least 1
 */
public record CommitRecords(String commit, List<RunRecord> records) {
  public static final String UNKNOWN = "unknown";

  /** Returns when the first of the runs began. */
  public Instant start() {
    return records.stream().map(RunRecord::startedAt).min(Comparator.naturalOrder()).orElseThrow();
  }

  /**
   * Reads the records of folders, each of which may hold runs of several commits, or folders that
   * do, one a commit for example. The same record may stand in several of them.
   *
   * @return in the order of their starts
   * @throws IOException with one line naming the file or folder, if a record cannot be read, a
   *     folder holds none, or one commit trained a run twice
   */
  public static List<CommitRecords> readAll(List<Path> folders) throws IOException {
    record Key(String commit, String runId) {}
    Map<String, List<RunRecord>> commits = new TreeMap<>();
    Map<Key, Path> files = new HashMap<>();
    for (Path file : files(folders)) {
      RunRecord record = RunRecords.read(file);
      String commit = commit(record);
      Path other = files.putIfAbsent(new Key(commit, record.runId()), file);
      if (other == null) {
        commits.computeIfAbsent(commit, name -> new ArrayList<>()).add(record);
      } else if (!Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(other))) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "two different records of run %s by commit %s: %s and %s; keep one of them",
                record.runId(),
                commit,
                other,
                file));
      }
    }
    return commits.entrySet().stream()
        .map(entry -> new CommitRecords(entry.getKey(), List.copyOf(entry.getValue())))
        .sorted(Comparator.comparing(CommitRecords::start).thenComparing(CommitRecords::commit))
        .toList();
  }

  private static String commit(RunRecord record) {
    String commit = record.program().gitCommit();
    return commit.isEmpty() ? UNKNOWN : commit;
  }

  private static List<Path> files(List<Path> folders) throws IOException {
    var files = new ArrayList<Path>();
    for (Path folder : folders) {
      List<Path> below = Files.isDirectory(RunRecords.folder(folder)) ? List.of() : below(folder);
      for (Path each : below.isEmpty() ? List.of(folder) : below) {
        files.addAll(RunRecords.files(each));
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.filter(each -> Files.isDirectory(RunRecords.folder(each))).sorted().toList();
    }
  }
}
