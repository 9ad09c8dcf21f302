package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.noisemark.bench.RekeyedRuns;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark rekey}: folders of many runs, to measure reports with. */
@Command(
    name = "rekey",
    hidden = true,
    description = "Copies a directory's runs under other seeds, to measure reports on many runs.",
    footerHeading = "%nExample:%n",
    footer = "  noisemark rekey reports/published/quick --runs 10000 --out big")
final class RekeyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "A directory written by 'noisemark run'.")
  private Path directory;

  @Option(names = "--runs", paramLabel = "N", required = true, description = "How many to write.")
  private int runs;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where they go.")
  private Path out;

  RekeyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (runs < 1) {
      throw new IllegalArgumentException("--runs must be at least 1, got " + runs);
    }
    Directories.requireWritable(out);
    List<RunRecord> records = RunRecords.readAll(List.of(directory));
    for (var each : (Iterable<RunRecord>) RekeyedRuns.of(records, runs)::iterator) {
      RunRecords.write(out, each);
    }
    session.out().println(runs + " runs written to " + out);
    return 0;
  }
}
