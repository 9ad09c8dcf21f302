package org.noisemark.reports.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The run records of a suite's directory, one file {@code cells/<run_id>.json} each. */
public final class RunRecords {
  private static final String FOLDER = "cells";
  private static final String SUFFIX = ".json";

  private RunRecords() {}

  /**
   * Writes {@code directory/cells/<run_id>.json} whole or not at all; a record of the same run is
   * replaced.
   *
   * @param directory of the suite; made if absent
   * @throws IllegalArgumentException if fields contradict each other
   */
  public static void write(Path directory, RunRecord record) throws IOException {
    RecordCheck.check(record);
    AtomicFile.write(file(directory, record.runId()), Json.pretty(record));
  }

  /**
   * Copies the record files of directories into another, byte for byte; a record of the same run is
   * replaced.
   *
   * @param target made if absent
   * @throws IOException as {@link #files} does
   */
  public static void copy(List<Path> directories, Path target) throws IOException {
    for (Path directory : directories) {
      for (Path file : files(directory)) {
        AtomicFile.write(
            target.resolve(FOLDER).resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
  }

  /** Returns where a run's record belongs. */
  public static Path file(Path directory, String runId) {
    return directory.resolve(FOLDER).resolve(runId + SUFFIX);
  }

  /**
   * Reads one record strictly.
   *
   * @throws IOException with one line naming the file, if it is absent, cut short, of another
   *     format version, has an unknown, missing or contradictory field, or is named after another
   *     run
   */
  public static RunRecord read(Path file) throws IOException {
    try {
      RunRecord record = RunJson.read(Files.readAllBytes(file));
      RecordCheck.check(record);
      if (!file.getFileName().toString().equals(record.runId() + SUFFIX)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "run_id \"%s\" belongs into a file %s%s",
                record.runId(),
                record.runId(),
                SUFFIX));
      }
      return record;
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads and merges the records of suite directories: shards of one suite, for example. The same
   * record may stand in several of them. Files that do not end in .json, such as what an
   * interrupted write leaves, are passed over.
   *
   * @return sorted by key: suite, data set, noise, rate, network, optimizer, seed …
   * @throws IOException with one line naming the file or folder, if a record cannot be read, a
   *     directory holds none, or two records of one run differ
   */
  public static List<RunRecord> readAll(List<Path> directories) throws IOException {
    var records = new ArrayList<RunRecord>();
    var shared = new SharedParts();
    Map<String, Path> files = new HashMap<>();
    for (Path directory : directories) {
      for (Path file : files(directory)) {
        RunRecord record = read(file);
        Path other = files.putIfAbsent(record.runId(), file);
        if (other == null) {
          records.add(shared.of(record));
        } else if (!Arrays.equals(Json.pretty(record), Json.pretty(read(other)))) {
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "two different records of run %s: %s and %s; keep one of them",
                  record.runId(),
                  other,
                  file));
        }
      }
    }
    return RunOrder.sorted(records);
  }

  /**
   * Returns the files that hold a directory's records, sorted, unread.
   *
   * @throws IOException with one line naming the folder, if there is none or none in it
   */
  public static List<Path> files(Path directory) throws IOException {
    Path folder = folder(directory);
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: no folder %s in it; a directory written by 'noisemark run' was expected",
              directory,
              FOLDER));
    }
    List<Path> files = list(directory);
    if (files.isEmpty()) {
      throw new IOException(folder + ": no run records (*.json) in it");
    }
    return files;
  }

  static Path folder(Path directory) {
    return directory.resolve(FOLDER);
  }

  /** Returns the files of the folder, which is there, sorted. */
  static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(folder(directory))) {
      return entries.filter(RunRecords::isRecord).sorted().toList();
    }
  }

  private static boolean isRecord(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.startsWith(".");
  }
}
