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

/**
 * A site that a static host serves as it is:
 *
 * <pre>
 * index.html            leads to latest/, lists the versions
 * latest/               a copy of the newest version
 * 1.0.0/ 1.1.0/ …       every report, cells/, LEADERBOARD.md, CHANGES.md
 * </pre>
 *
 * A version, once there, is never changed.
 */
public final class Publication {
  private static final String LEADERBOARD = "LEADERBOARD.md";
  private static final String LATEST = "latest";
  private static final String STAGING = ".noisemark-publish";

  private Publication() {}

  /**
   * @param version the newest, which holds these results
   * @param changed whether it was not there before
   */
  public record Outcome(String version, boolean changed) {}

  /**
   * Publishes results as a new version, unless the newest one holds just these: then nothing is
   * written. The number of the version follows from what is different.
   *
   * @param site made if absent
   * @throws IllegalArgumentException as {@link Reports#write} does, or if the site is of other
   *     suites
   * @throws IOException with one line, if the site is a folder of something else or cannot be read
   */
  public static Outcome publish(List<RunRecord> records, Path site) throws IOException {
    List<Version> versions = versions(site);
    Optional<Version> last = versions.stream().max(Version::compareTo);
    requireOwn(site, last);
    Path staging = site.resolve(STAGING);
    Folders.delete(staging);
    try {
      var reports = Reports.of(records); // complains of wrong records before a folder is made
      Files.createDirectories(staging);
      for (RunRecord record : records) {
        RunRecords.write(staging, record);
      }
      reports.write(staging);
      AtomicFile.write(staging.resolve(LEADERBOARD), reports.leaderboardMarkdown());
      Version next = next(site, last, staging);
      boolean changed = !last.equals(Optional.of(next));
      if (changed) {
        Files.move(staging, site.resolve(next.toString()));
        versions.add(next);
      }
      refresh(site, next, versions);
      return new Outcome(next.toString(), changed);
    } finally {
      Folders.delete(staging);
    }
  }

  private static List<Version> versions(Path site) throws IOException {
    var versions = new ArrayList<Version>();
    if (Files.isDirectory(site)) {
      try (var entries = Files.newDirectoryStream(site, Files::isDirectory)) {
        entries.forEach(
            entry -> Version.parse(entry.getFileName().toString()).ifPresent(versions::add));
      }
    }
    return versions;
  }

  private static void requireOwn(Path site, Optional<Version> last) throws IOException {
    for (String ours : List.of(SiteIndex.FILE, LATEST)) {
      if (last.isEmpty() && Files.exists(site.resolve(ours))) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: holds %s, but no version that 'noisemark publish' wrote; name another folder",
                site,
                ours));
      }
    }
  }

  /** Writes CHANGES.md into the new folder, if there is any change. */
  private static Version next(Path site, Optional<Version> last, Path staging) throws IOException {
    Map<String, StoredTable> after = StoredTable.readAll(staging);
    if (last.isEmpty()) {
      AtomicFile.write(staging.resolve(Changes.FILE), Changes.first(Version.FIRST, after));
      return Version.FIRST;
    }
    Path old = site.resolve(last.get().toString());
    Map<String, StoredTable> before = StoredTable.readAll(old);
    requireSameSuites(site, before, after);
    var tables = TableChange.between(before, after);
    var files = otherFiles(old, staging);
    Step step =
        tables.values().stream()
            .map(TableChange::step)
            .reduce(files.isEmpty() ? Step.NONE : Step.PATCH, Step::atLeast);
    Version next = last.get().next(step);
    if (step != Step.NONE) {
      byte[] changes = Changes.between(last.get(), before, next, after, tables.values(), files);
      AtomicFile.write(staging.resolve(Changes.FILE), changes);
    }
    return next;
  }

  private static void requireSameSuites(
      Path site, Map<String, StoredTable> before, Map<String, StoredTable> after) {
    var old = suites(before);
    var now = suites(after);
    if (!old.equals(now)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s holds results of %s, these are of %s; name another folder",
              site,
              String.join(", ", old),
              String.join(", ", now)));
    }
  }

  private static TreeSet<String> suites(Map<String, StoredTable> tables) {
    var suites = new TreeSet<String>();
    tables.get("runs").rows().values().forEach(run -> suites.add(run.get("suite")));
    return suites;
  }

  /** Files that differ and are no tables; cells are the rows of runs.csv. */
  private static List<String> otherFiles(Path before, Path after) throws IOException {
    var old = Folders.read(before);
    var now = Folders.read(after);
    old.remove(Changes.FILE);
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(name -> !name.endsWith(".csv") && !name.startsWith("cells/"))
        .filter(name -> !Arrays.equals(old.get(name), now.get(name)))
        .toList();
  }

  /** Brings latest/ and index.html up to the newest version, where they are not. */
  private static void refresh(Path site, Version newest, List<Version> versions)
      throws IOException {
    Path folder = site.resolve(newest.toString());
    Path latest = site.resolve(LATEST);
    if (!Files.exists(latest) || !same(folder, latest)) {
      Path copy = site.resolve(STAGING);
      Folders.delete(copy);
      Folders.copy(folder, copy);
      Folders.replace(latest, copy);
    }
    Path index = site.resolve(SiteIndex.FILE);
    byte[] html = SiteIndex.html(versions);
    if (!Files.exists(index) || !Arrays.equals(html, Files.readAllBytes(index))) {
      AtomicFile.write(index, html);
    }
  }

  private static boolean same(Path one, Path other) throws IOException {
    var left = Folders.read(one);
    var right = Folders.read(other);
    return left.keySet().equals(right.keySet())
        && left.keySet().stream().allMatch(name -> Arrays.equals(left.get(name), right.get(name)));
  }
}
