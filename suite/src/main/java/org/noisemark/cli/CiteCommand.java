package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.Choices;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.RunRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark cite}: results as a paper prints them. */
@Command(
    name = "cite",
    description = {
      "Prints a leaderboard as a paper has it: a table with intervals, and a paragraph with seeds,",
      "epochs, hardware, hours and, where it was measured, energy. LaTeX wants booktabs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark cite noisemark-out/quick",
      "  noisemark cite noisemark-out/quick --format markdown"
    })
final class CiteCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("latex", "markdown");

  private final Session session;

  @Parameters(
      arity = "1",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote; holds a folder 'cells'.")
  private Path directory;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "latex",
      description = "One of latex, markdown; ${DEFAULT-VALUE}.")
  private String format;

  CiteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Choices.require("--format", format, FORMATS);
    var reports = Reports.of(RunRecords.readAll(List.of(directory)));
    session.out().print(format.equals("latex") ? reports.latex() : reports.paperMarkdown());
    return 0;
  }
}
