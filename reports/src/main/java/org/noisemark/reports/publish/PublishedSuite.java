package org.noisemark.reports.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.noisemark.reports.Reports;
import org.noisemark.reports.publish.Version.Step;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.Folders;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import tools.jackson.databind.JsonNode;

/** The folder of one suite in a site. */
final class PublishedSuite {
  static final String LATEST = "latest";
  private static final String LEADERBOARD = "LEADERBOARD.md";
  private static final String STAGING = ".noisemark-publish";

  private final String name;
  private final Path folder;

  PublishedSuite(Path site, String name) {
    this.name = name;
    this.folder = site.resolve(name);
  }

  /** Every suite of a site, by name: the folders that hold a version. */
  static List<PublishedSuite> all(Path site) throws IOException {
    var suites = new ArrayList<PublishedSuite>();
    for (String name : folders(site)) {
      var suite = new PublishedSuite(site, name);
      if (!suite.versions().isEmpty()) {
        suites.add(suite);
      }
    }
    return suites;
  }

  String name() {
    return name;
  }

  /** Every version, ascending. */
  List<Version> versions() throws IOException {
    return folders(folder).stream().map(Version::parse).flatMap(Optional::stream).sorted().toList();
  }

  /** What the newest version says of itself. */
  JsonNode description() throws IOException {
    return StoredTable.description(folder.resolve(last().orElseThrow().toString()));
  }

  /** The newest version. */
  Optional<Version> last() throws IOException {
    return versions().stream().max(Version::compareTo);
  }

  /**
   * @throws IOException with one line, if the folder is of something else
   */
  void requireOwn() throws IOException {
    for (String ours : List.of(SuiteIndex.FILE, LATEST)) {
      if (Files.exists(folder.resolve(ours)) && versions().isEmpty()) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: holds %s, but no version that 'noisemark publish' wrote; name another folder",
                folder,
                ours));
      }
    }
  }

  /** Publishes as {@link Publication#publish} says. */
  Publication.Outcome publish(List<RunRecord> records, Reports reports) throws IOException {
    Optional<Version> last = last();
    Path staging = folder.resolve(STAGING);
    Folders.delete(staging);
    try {
      Files.createDirectories(staging);
      for (RunRecord record : records) {
        RunRecords.write(staging, record);
      }
      AtomicFile.write(staging.resolve(ChangeNotes.HTML), new byte[0]); // the page leads there
      reports.write(staging);
      AtomicFile.write(staging.resolve(LEADERBOARD), reports.leaderboardMarkdown());
      Version next = next(last, staging);
      boolean changed = !last.equals(Optional.of(next));
      if (changed) {
        Files.move(staging, folder.resolve(next.toString()));
      }
      refresh(next);
      return new Publication.Outcome(name, next.toString(), changed);
    } finally {
      Folders.delete(staging);
    }
  }

  /** Writes CHANGES.md and CHANGES.html into the new folder, if there is any change. */
  private Version next(Optional<Version> last, Path staging) throws IOException {
    Map<String, StoredTable> after = StoredTable.readAll(staging);
    if (last.isEmpty()) {
      write(Changes.first(Version.FIRST, after), staging);
      return Version.FIRST;
    }
    Path old = folder.resolve(last.get().toString());
    Map<String, StoredTable> before = StoredTable.readAll(old);
    var tables = TableChange.between(before, after);
    var files = otherFiles(old, staging);
    Step step =
        tables.values().stream()
            .map(TableChange::step)
            .reduce(files.isEmpty() ? Step.NONE : Step.PATCH, Step::atLeast);
    Version next = last.get().next(step);
    if (step != Step.NONE) {
      write(Changes.between(last.get(), before, next, after, tables.values(), files), staging);
    }
    return next;
  }

  private void write(ChangeNotes changes, Path staging) throws IOException {
    AtomicFile.write(staging.resolve(ChangeNotes.MARKDOWN), changes.markdown());
    AtomicFile.write(staging.resolve(ChangeNotes.HTML), changes.html(name));
  }

  /** Files that differ and are no tables; cells are the rows of runs.csv. */
  private static List<String> otherFiles(Path before, Path after) throws IOException {
    var old = Folders.read(before);
    var now = Folders.read(after);
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(name -> !name.endsWith(".csv") && !name.startsWith("cells/"))
        .filter(name -> !name.startsWith("CHANGES."))
        .filter(name -> !Arrays.equals(old.get(name), now.get(name)))
        .toList();
  }

  /** Brings latest/ and index.html up to the newest version, where they are not. */
  private void refresh(Version newest) throws IOException {
    Path whole = folder.resolve(newest.toString());
    Path latest = folder.resolve(LATEST);
    if (!Files.exists(latest) || !same(whole, latest)) {
      Path copy = folder.resolve(STAGING);
      Folders.delete(copy);
      Folders.copy(whole, copy);
      Folders.replace(latest, copy);
    }
    Publication.refresh(folder.resolve(SuiteIndex.FILE), SuiteIndex.html(name, versions()));
  }

  private static boolean same(Path one, Path other) throws IOException {
    var left = Folders.read(one);
    var right = Folders.read(other);
    return left.keySet().equals(right.keySet())
        && left.keySet().stream().allMatch(name -> Arrays.equals(left.get(name), right.get(name)));
  }

  private static List<String> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var entries = Files.list(parent)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
