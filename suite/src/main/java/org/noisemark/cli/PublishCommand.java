package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.publish.Publication;
import org.noisemark.reports.records.RunRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark publish}: results as a site of versions. */
@Command(
    name = "publish",
    description = {
      "Makes a folder that a static host serves as it is: an index of the suites, and for each"
          + " SUITE/VERSION with every report, the run records and a leaderboard in Markdown; the"
          + " newest is SUITE/latest.",
      "Publish again, and what changed becomes the next version of the suite: other columns a major"
          + " one, other rows a minor one, other values a patch; CHANGES.html and CHANGES.md list them. If nothing"
          + " changed, nothing is written. Other suites stay as they are."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark publish noisemark-out/standard --out docs/results",
    })
final class PublishCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote; holds a folder 'cells'.")
  private Path directory;

  @Option(
      names = "--out",
      paramLabel = "SITE",
      defaultValue = "noisemark-site",
      description = "The folder to publish in; noisemark-site.")
  private Path site;

  PublishCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Directories.requireWritable(site);
    var outcomes = Publication.publish(RunRecords.readAll(List.of(directory)), site);
    outcomes.forEach(this::print);
    return 0;
  }

  private void print(Publication.Outcome outcome) {
    session
        .out()
        .printf(
            Locale.ROOT,
            outcome.changed()
                ? "published %s, version %s, in %s%n"
                : "nothing changed in %s since version %s in %s%n",
            outcome.suite(),
            outcome.version(),
            site);
  }
}
