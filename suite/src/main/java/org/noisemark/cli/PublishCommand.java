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
      "Makes a folder that a static host serves as it is: every report, the run records and a"
          + " leaderboard in Markdown, each version in a folder of its own, the newest as 'latest'.",
      "Publish again, and what changed becomes the next version: other columns a major one, other"
          + " rows a minor one, other values a patch; CHANGES.md lists them. If nothing changed,"
          + " nothing is written."
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
    var outcome = Publication.publish(RunRecords.readAll(List.of(directory)), site);
    session
        .out()
        .printf(
            Locale.ROOT,
            outcome.changed()
                ? "published version %s in %s%n"
                : "nothing changed since version %s in %s%n",
            outcome.version(),
            site);
    return 0;
  }
}
