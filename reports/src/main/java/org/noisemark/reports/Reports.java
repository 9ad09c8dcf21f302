package org.noisemark.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.boards.Derived;
import org.noisemark.reports.boards.Trial;
import org.noisemark.reports.catalogue.CataloguedFiles;
import org.noisemark.reports.export.Measurement;
import org.noisemark.reports.page.Page;
import org.noisemark.reports.records.CellDigests;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.About;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Prices;
import org.noisemark.reports.results.References;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Task;
import org.noisemark.reports.tables.AggregateTable;
import org.noisemark.reports.tables.CostTable;
import org.noisemark.reports.tables.CostToTargetTable;
import org.noisemark.reports.tables.CurvesTable;
import org.noisemark.reports.tables.EnvironmentsTable;
import org.noisemark.reports.tables.EqualGradientEvaluationsTable;
import org.noisemark.reports.tables.LeaderboardTable;
import org.noisemark.reports.tables.PublishedTable;
import org.noisemark.reports.tables.RobustnessTable;
import org.noisemark.reports.tables.RunsTable;
import org.noisemark.reports.tables.Table;
import org.noisemark.reports.tables.TimingTable;
import org.noisemark.reports.tables.TuningTable;
import org.noisemark.reports.tables.VersusReferenceTable;
import org.noisemark.reports.text.LeaderboardText;
import org.noisemark.reports.text.PaperText;
import org.noisemark.reports.text.Summary;
import org.noisemark.reports.text.SummaryJson;

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
   * Writes the tables (runs.csv, curves.csv, leaderboard.csv …), summary.md, summary.json,
   * index.html, cells.sha256 and last croissant.json and datapackage.json, which list them all;
   * each whole or not at all. Those that stand there are replaced.
   *
   * @param directory where the records' files stand, and the user's {@link Prices}, if any; made if
   *     absent. With {@link Page#CHANGES} in it, it is a version in a site, whose page leads to the
   *     others
   */
  public void write(Path directory) throws IOException {
    write(directory, directory);
  }

  /**
   * Writes the same beside the directory.
   *
   * @param target where they go
   * @return the names of the files
   */
  public List<String> write(Path target, Path directory) throws IOException {
    var files = new CataloguedFiles(target);
    boolean published = Files.exists(directory.resolve(Page.CHANGES));
    List<Run> runs = derived.runs();
    References references = derived.references();
    files.table(RunsTable.TABLE, runs.stream());
    files.table(CurvesTable.TABLE, CurvesTable.rows(runs));
    files.table(LeaderboardTable.of(references), derived.standings().stream());
    files.table(
        EqualGradientEvaluationsTable.of(references), derived.equalGradientEvaluations().stream());
    files.table(RobustnessTable.of(references), derived.robustness().stream());
    files.table(AggregateTable.of(references), derived.aggregate().stream());
    files.table(CostToTargetTable.of(references), derived.costToTarget().stream());
    orWithout(files, PublishedTable.TABLE, derived.published());
    files.table(TimingTable.TABLE, derived.groups().stream());
    files.table(CostTable.of(references), derived.groups().stream());
    files.table(VersusReferenceTable.TABLE, derived.versusReference().stream());
    orWithout(files, TuningTable.TABLE, derived.trials());
    files.table(EnvironmentsTable.TABLE, Run.environments(runs).stream());
    files.other("summary", "summary.md", "text/markdown", Summary.markdown(derived));
    files.other("board-summary", "summary.json", "application/json", SummaryJson.of(derived));
    files.other("page", "index.html", "text/html", Page.html(derived, published));
    files.records(records);
    files.other(
        "cell-digests", CellDigests.FILE, "text/plain", CellDigests.lines(records, directory));
    if (prices.isPresent()) {
      files.mention("prices", directory.resolve(Prices.FILE), "application/json");
    }
    return files.end(About.of(runs));
  }

  private static <R> void orWithout(CataloguedFiles files, Table<R> table, List<R> rows)
      throws IOException {
    if (rows.isEmpty()) {
      files.without(table);
    } else {
      files.table(table, rows.stream());
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

  /** Returns the leaderboard as a paper prints it, in LaTeX. */
  public String latex() {
    return PaperText.latex(derived);
  }

  /** Returns the same in Markdown. */
  public String paperMarkdown() {
    return PaperText.markdown(derived);
  }

  /** Returns the combinations of hyper-parameters that were tried, ranked. */
  public List<Trial> trials() {
    return derived.trials();
  }

  /** Returns what dashboards follow, see {@link Measurement#of}. */
  public List<Measurement> measurements() {
    return Measurement.of(derived);
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
          String.format(
                  Locale.ROOT,
                  "runs of two major suite versions do not mix: %s %s (run %s) and %s %s (run %s); report",
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
            String.format(
                Locale.ROOT,
                "runs %s and %s are one cell twice: %s, %s, %s, %s, seed %d; keep one of them",
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
