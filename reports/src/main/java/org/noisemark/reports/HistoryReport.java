package org.noisemark.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.noisemark.reports.boards.History;
import org.noisemark.reports.catalogue.CataloguedFiles;
import org.noisemark.reports.page.history.HistoryPage;
import org.noisemark.reports.records.CommitRecords;
import org.noisemark.reports.results.About;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.tables.EnvironmentsTable;
import org.noisemark.reports.tables.HistoryTable;
import org.noisemark.reports.text.HistoryText;

/** Everything derived of runs over commits, a pure function of them. */
public final class HistoryReport {
  private final History history;

  private HistoryReport(History history) {
    this.history = history;
  }

  /**
   * @throws IllegalArgumentException without a record
   */
  public static HistoryReport of(List<CommitRecords> commits) {
    return new HistoryReport(History.of(commits));
  }

  /** Writes history.csv, environments.csv, index.html and a datapackage.json that lists them. */
  public void write(Path directory) throws IOException {
    var files = new CataloguedFiles(directory);
    List<Run> runs = history.commits().stream().flatMap(commit -> commit.runs().stream()).toList();
    files.table(HistoryTable.TABLE, history.rows().stream());
    files.table(EnvironmentsTable.TABLE, Run.environments(runs).stream());
    files.other("page", "index.html", "text/html", HistoryPage.html(history));
    files.end(About.of(runs));
  }

  /** Returns the steps for a terminal, a line each. */
  public String text() {
    return HistoryText.of(history);
  }
}
