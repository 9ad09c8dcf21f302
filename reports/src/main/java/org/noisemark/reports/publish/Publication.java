package org.noisemark.reports.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.RunRecord;

/**
 * A site that a static host serves as it is:
 *
 * <pre>
 * index.html                  lists the suites
 * quick/index.html            lists the versions of a suite
 * quick/latest/               a copy of the newest version
 * quick/1.0.0/ 1.1.0/ …       every report, cells/, LEADERBOARD.md, CHANGES.md
 * </pre>
 *
 * A version, once there, is never changed.
 */
public final class Publication {
  private static final String SUITE = "[a-z0-9][a-z0-9-]*";

  private Publication() {}

  /**
   * @param version the newest of the suite, which holds these results
   * @param changed whether it was not there before
   */
  public record Outcome(String suite, String version, boolean changed) {}

  /**
   * Publishes the results of each suite as a new version of it, unless the newest one holds just
   * these: then nothing is written. The number of the version follows from what is different.
   *
   * @param site made if absent; what it has of other suites stays
   * @return one for each suite, by name
   * @throws IllegalArgumentException as {@link Reports#of(List)} does, or if the name of a suite
   *     cannot be that of a folder
   * @throws IOException with one line, if the site is a folder of something else or cannot be read
   */
  public static List<Outcome> publish(List<RunRecord> records, Path site) throws IOException {
    requireOwn(site);
    var reports = new TreeMap<String, Reports>(); // all are checked before anything is written
    var bySuite =
        records.stream()
            .collect(groupingBy(run -> run.cell().suite().name(), TreeMap::new, toList()));
    if (bySuite.isEmpty()) {
      Reports.of(records);
    }
    for (var suite : bySuite.entrySet()) {
      requireName(suite.getKey());
      reports.put(suite.getKey(), Reports.of(suite.getValue()));
      new PublishedSuite(site, suite.getKey()).requireOwn();
    }
    var outcomes = new ArrayList<Outcome>();
    for (var suite : bySuite.entrySet()) {
      outcomes.add(
          new PublishedSuite(site, suite.getKey())
              .publish(suite.getValue(), reports.get(suite.getKey())));
    }
    refreshIndex(site);
    return outcomes;
  }

  private static void requireName(String suite) {
    if (!suite.matches(SUITE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "suite \"%s\": its name is that of a folder, expected lower-case letters, digits and"
                  + " hyphens",
              suite));
    }
  }

  private static void requireOwn(Path site) throws IOException {
    if (Files.exists(site.resolve(SiteIndex.FILE)) && PublishedSuite.all(site).isEmpty()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: holds %s, but no suite that 'noisemark publish' wrote; name another folder",
              site,
              SiteIndex.FILE));
    }
  }

  private static void refreshIndex(Path site) throws IOException {
    refresh(site.resolve(SiteIndex.FILE), SiteIndex.html(PublishedSuite.all(site)));
  }

  /** Writes a file that does not hold just these bytes. */
  static void refresh(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(bytes, Files.readAllBytes(file))) {
      AtomicFile.write(file, bytes);
    }
  }
}
