package org.noisemark.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.export.Measurement;
import org.noisemark.reports.page.Page;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.CellDigests;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Prices;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Task;
import org.noisemark.reports.tables.AggregateTable;
import org.noisemark.reports.tables.CostTable;
import org.noisemark.reports.tables.CostToTargetTable;
import org.noisemark.reports.tables.CurvesTable;
import org.noisemark.reports.tables.DataPackage;
import org.noisemark.reports.tables.EnvironmentsTable;
import org.noisemark.reports.tables.EqualGradientEvaluationsTable;
import org.noisemark.reports.tables.LeaderboardTable;
import org.noisemark.reports.tables.PublishedTable;
import org.noisemark.reports.tables.RobustnessTable;
import org.noisemark.reports.tables.RunsTable;
import org.noisemark.reports.tables.Table;
import org.noisemark.reports.tables.TimingTable;
import org.noisemark.reports.tables.VersusReferenceTable;
import org.noisemark.reports.text.LeaderboardText;
import org.noisemark.reports.text.Summary;

/**
 * Everything derived from run records and prices, worked out once, a pure function of them: the
 * same records in any order give the same bytes.
 */
public final class Reports {
  private final List<RunRecord> records;
  private final Optional<Prices> prices;
  private final Derived derived;

  private Reports(List<RunRecord> records, Optional<Prices> prices) {
    this.records = records;
    this.prices = prices;
    this.derived = Derived.of(checked(records, prices));
  }

  /** Without prices. */
  public static Reports of(List<RunRecord> records) {
    return of(records, Optional.empty());
  }

  /**
   * Works out what there is to report.
   *
   * @throws IllegalArgumentException if there is no record, a run stands twice, or the records are
   *     of two major versions of a suite
   */
  public static Reports of(List<RunRecord> records, Optional<Prices> prices) {
    return new Reports(records, prices);
  }

  /**
   * Writes {@linkplain #files every derived file}, datapackage.json last, each whole or not at all;
   * those that stand there are replaced.
   *
   * @param directory made if absent
   */
  public void write(Path directory) throws IOException {
    Map<String, byte[]> files = files(directory);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      AtomicFile.write(directory.resolve(file.getKey()), file.getValue());
    }
  }

  /**
   * Returns the leaderboard and the costs for a terminal: lines of about 100 columns, percent with
   * one decimal.
   */
  public String leaderboardText() {
    return LeaderboardText.of(derived);
  }

  /** Returns the leaderboard as Markdown, short enough for a README. */
  public byte[] leaderboardMarkdown() {
    return Summary.leaderboard(derived);
  }

  /** Returns what dashboards follow, see {@link Measurement#of}. */
  public List<Measurement> measurements() {
    return Measurement.of(derived);
  }

  /**
   * Returns the tables (runs.csv, curves.csv, leaderboard.csv …), summary.md, index.html,
   * cells.sha256 and datapackage.json, which lists them all, by name, as {@link #write} writes
   * them.
   *
   * @param directory where the records' files stand, and the user's {@link Prices}, if any
   */
  public Map<String, byte[]> files(Path directory) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    var contents = new DataPackage();
    List<Run> runs = derived.runs();
    References references = derived.references();
    put(files, contents, RunsTable.TABLE, runs);
    put(files, contents, CurvesTable.TABLE, CurvesTable.rows(runs));
    put(files, contents, LeaderboardTable.of(references), derived.standings());
    put(
        files,
        contents,
        EqualGradientEvaluationsTable.of(references),
        derived.equalGradientEvaluations());
    put(files, contents, RobustnessTable.of(references), derived.robustness());
    put(files, contents, AggregateTable.of(references), derived.aggregate());
    put(files, contents, CostToTargetTable.of(references), derived.costToTarget());
    put(files, contents, PublishedTable.TABLE, derived.published());
    put(files, contents, TimingTable.TABLE, derived.groups());
    put(files, contents, CostTable.of(references), derived.groups());
    put(files, contents, VersusReferenceTable.TABLE, derived.versusReference());
    put(files, contents, EnvironmentsTable.TABLE, Run.environments(runs));
    byte[] summary = Summary.markdown(derived);
    files.put("summary.md", summary);
    contents.add("summary", "summary.md", "md", "text/markdown", summary);
    byte[] page = Page.html(derived);
    files.put("index.html", page);
    contents.add("page", "index.html", "html", "text/html", page);
    byte[] digests = CellDigests.lines(records, directory);
    files.put(CellDigests.FILE, digests);
    contents.add("cells", CellDigests.FILE, "sha256", "text/plain", digests);
    if (prices.isPresent()) {
      byte[] json = Files.readAllBytes(directory.resolve(Prices.FILE));
      contents.add("prices", Prices.FILE, "json", "application/json", json);
    }
    String newest = runs.get(runs.size() - 1).setting().suiteVersion();
    files.put("datapackage.json", contents.json(newest));
    return files;
  }

  private static <R> void put(
      Map<String, byte[]> files, DataPackage contents, Table<R> table, List<R> rows) {
    byte[] csv = table.csv(rows);
    files.put(table.file(), csv);
    contents.add(table, csv);
  }

  private static List<Run> checked(List<RunRecord> records, Optional<Prices> prices) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("no run records to report on");
    }
    List<Run> runs = Run.of(records, prices);
    checkVersions(runs);
    checkRepeats(runs);
    return runs;
  }

  /** Sorted by key, the versions furthest apart are at the ends. */
  private static void checkVersions(List<Run> runs) {
    RunRecord first = runs.get(0).record();
    RunRecord last = runs.get(runs.size() - 1).record();
    if (major(first) != major(last)) {
      throw new IllegalArgumentException(
          "runs of two major suite versions do not mix: %s %s (run %s) and %s %s (run %s); report"
                  .formatted(
                      first.cell().suite().name(),
                      first.cell().suite().version(),
                      first.runId(),
                      last.cell().suite().name(),
                      last.cell().suite().version(),
                      last.runId())
              + " on each by itself");
    }
  }

  private static int major(RunRecord record) {
    return Integer.parseInt(record.cell().suite().version().split("\\.")[0]);
  }

  private static void checkRepeats(List<Run> runs) {
    record Key(Task task, Method method, Run.Replicate replicate) {}
    var seen = new HashMap<Key, Run>();
    for (Run run : runs) {
      Run other = seen.put(new Key(run.task(), run.method(), run.replicate()), run);
      if (other != null) {
        throw new IllegalArgumentException(
            "runs %s and %s are one cell twice: %s, %s, %s, %s, seed %d; keep one of them"
                .formatted(
                    other.record().runId(),
                    run.record().runId(),
                    run.setting().dataset(),
                    run.level().label(),
                    run.setting().network(),
                    run.method().optimizer(),
                    run.replicate().seed()));
      }
    }
  }
}
