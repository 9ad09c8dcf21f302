package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.HistoryReport;
import org.noisemark.reports.records.CommitRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark history}: accuracy and cost over commits. */
@Command(
    name = "history",
    description = {
      "Shows accuracy, training time and gradient evaluations over commits, the steps marked: as"
          + " a page and as history.csv.",
      "Commits are those that run records name, in the order of their first runs. Changes are"
          + " paired by seed; of accuracy and time a step is one with a"
          + " p-value of at most 0.05 by Holm's correction over all that is compared at a commit."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark history results/by-commit            a folder a commit in it",
      "  noisemark history monday tuesday --out history"
    })
final class HistoryCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote, with a folder 'cells'; or a folder of such.")
  private List<Path> directories;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "noisemark-out/history",
      description = "Where page and table go; ${DEFAULT-VALUE}.")
  private Path out;

  HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Directories.requireWritable(out);
    var commits = CommitRecords.readAll(directories);
    var report = HistoryReport.of(commits);
    report.write(out);
    session.out().print(report.text());
    session
        .out()
        .printf(
            Locale.ROOT,
            "%d %s, %d runs; page and table in %s%n",
            commits.size(),
            commits.size() == 1 ? "commit" : "commits",
            commits.stream().mapToInt(commit -> commit.records().size()).sum(),
            out);
    return 0;
  }
}
