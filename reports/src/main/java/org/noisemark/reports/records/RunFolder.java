package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A suite's directory with the records in it, each read once. Thread-safe. */
public final class RunFolder {
  private final Path directory;
  private final SharedParts shared = new SharedParts();
  private final Map<String, RunRecord> records = new TreeMap<>();
  private final Map<Path, IOException> unreadable = new TreeMap<>();

  private RunFolder(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads what is there. A record that cannot be read counts as none until {@link #records}.
   *
   * @param directory of the suite; it need not be there
   * @throws IOException if the directory cannot be listed
   */
  public static RunFolder open(Path directory) throws IOException {
    var folder = new RunFolder(directory);
    if (Files.isDirectory(RunRecords.folder(directory))) {
      for (Path file : RunRecords.list(directory)) {
        folder.read(file);
      }
    }
    return folder;
  }

  private void read(Path file) {
    try {
      RunRecord record = RunRecords.read(file);
      records.put(record.runId(), shared.of(record));
    } catch (IOException e) {
      unreadable.put(file, e);
    }
  }

  public Path directory() {
    return directory;
  }

  /** Returns the record of a run; empty if there is none that can be read. */
  public synchronized Optional<RunRecord> find(String runId) {
    return Optional.ofNullable(records.get(runId));
  }

  /** Likewise, after a look whether another process has written it since. */
  public synchronized Optional<RunRecord> look(String runId) {
    Path file = RunRecords.file(directory, runId);
    if (!records.containsKey(runId) && Files.exists(file)) {
      unreadable.remove(file);
      read(file);
    }
    return find(runId);
  }

  /** Returns the records that could be read, and those written since. */
  public synchronized List<RunRecord> readable() {
    return List.copyOf(records.values());
  }

  /**
   * Writes a record whole or not at all, see {@link RunRecords#write}.
   *
   * @throws IllegalArgumentException if fields contradict each other
   */
  public void write(RunRecord record) throws IOException {
    RunRecords.write(directory, record);
    take(record);
  }

  /** Takes a record that another process has just written here. */
  public synchronized void take(RunRecord record) {
    records.put(record.runId(), record);
    unreadable.remove(RunRecords.file(directory, record.runId()));
  }

  /**
   * Returns all records, sorted by key.
   *
   * @throws IOException with one line naming the file, if one cannot be read and was not written
   *     since
   */
  public synchronized List<RunRecord> records() throws IOException {
    for (IOException e : unreadable.values()) {
      throw e;
    }
    return RunOrder.sorted(records.values());
  }
}
