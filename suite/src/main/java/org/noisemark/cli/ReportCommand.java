package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.PricesOption;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.results.Prices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark report}: every report again, from run records. */
@Command(
    name = "report",
    description = {
      "Rebuilds every report from run records; trains nothing.",
      "Several directories, the shards of one suite, are merged into --out, records and all."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark report noisemark-out/quick",
      "  noisemark report part1 part2 part3 --out whole"
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote; holds a folder 'cells'.")
  private List<Path> directories;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where reports go; the directory itself if only one is given.")
  private Path out;

  @Mixin private PricesOption prices;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (out == null && directories.size() > 1) {
      throw new IllegalArgumentException(
          directories.size() + " directories are merged into one: name it with --out");
    }
    var target = out == null ? directories.get(0) : out;
    Directories.requireWritable(target);
    var paid = prices.read();
    var records = RunRecords.readAll(directories);
    var reports = // refuses what does not mix before a byte is written
        Reports.of(records, paid.isPresent() ? paid : Prices.read(target));
    if (out != null) {
      RunRecords.copy(directories, target);
    }
    if (paid.isPresent()) {
      paid.get().write(target);
    }
    reports.write(target);
    session.out().print(reports.leaderboardText());
    session.out().printf(Locale.ROOT, "%d runs; reports in %s%n", records.size(), target);
    return 0;
  }
}
