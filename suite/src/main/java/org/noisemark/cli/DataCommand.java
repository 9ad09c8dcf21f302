package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.noisemark.cli.session.DownloadProgress;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.DataHome;
import org.noisemark.datasets.DatasetDefinition;
import org.noisemark.datasets.Datasets;
import org.noisemark.datasets.FileCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark data}: gets data sets, checks them, says where they are. */
@Command(
    name = "data",
    description = {
      "Gets data sets, checks them, and says where they are.",
      "They are kept in the folder that NOISEMARK_DATA names, or else in ~/.cache/noisemark."
    },
    synopsisSubcommandLabel = "VERB",
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark data list",
      "  noisemark data fetch fashion-mnist",
      "  noisemark data fetch fashion-mnist --from ~/Downloads",
      "  noisemark data verify fashion-mnist"
    })
final class DataCommand {
  private final Session session;

  DataCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "list",
      description = "Lists the data sets, where each is, and its licence.",
      footerHeading = "%nExample:%n",
      footer = "  noisemark data list --json")
  int list(@Option(names = "--json", description = "Print JSON.") boolean json) {
    var home = session.home();
    var entries = new ArrayList<LinkedHashMap<String, String>>();
    for (var name : Datasets.REGISTRY.names()) {
      var entry = Datasets.named(name);
      var row = new LinkedHashMap<String, String>();
      row.put("name", name);
      row.put("place", entry.locate(home).orElse(""));
      row.put("summary", entry.summary());
      row.put("licence", entry.licence());
      entries.add(row);
    }
    if (json) {
      session.json(entries);
      return 0;
    }
    for (var row : entries) {
      var place = row.get("place");
      session.out().println(row.get("name"));
      session.out().println("  " + row.get("summary"));
      session.out().println("  licence: " + row.get("licence"));
      session
          .out()
          .println(
              place.isEmpty()
                  ? "  not here: noisemark data fetch " + row.get("name")
                  : "  found: " + place);
    }
    return 0;
  }

  @Command(
      name = "fetch",
      description = {
        "Downloads a data set, or takes it from a folder, and checks its SHA-256.",
        "In a folder, files are known by their content: under any name, packed or in an archive."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  noisemark data fetch fashion-mnist",
        "  noisemark data fetch fashion-mnist --from ~/Downloads"
      })
  int fetch(
      @Parameters(paramLabel = "NAME", description = "As in 'noisemark list datasets'.")
          String name,
      @Option(names = "--from", paramLabel = "DIR", description = "A folder that has the files.")
          Path from)
      throws IOException {
    var entry = Datasets.named(name);
    var home = session.home();
    if (from != null) {
      var given = home.from(from);
      requireGood(entry, given);
      Imports.copy(entry, given, home.directory().resolve(name));
    } else if (!isGood(entry, home)) {
      entry.fetch(home, new DownloadProgress(session.err()));
    }
    requireGood(entry, home);
    session.out().println(name + ": " + entry.locate(home).orElseThrow());
    return 0;
  }

  @Command(
      name = "verify",
      description = "Compares every file of a data set with what was published.",
      footerHeading = "%nExample:%n",
      footer = "  noisemark data verify fashion-mnist")
  int verify(
      @Parameters(paramLabel = "NAME", description = "As in 'noisemark list datasets'.")
          String name,
      @Option(names = "--from", paramLabel = "DIR", description = "Look in this folder only.")
          Path from)
      throws IOException {
    var entry = Datasets.named(name);
    var home = from == null ? session.home() : session.home().from(from);
    for (var check : entry.verify(home)) {
      if (check.good()) {
        session.out().println("good  " + check.file().sha256() + "  " + check.place());
      } else {
        session.out().println("BAD   " + check.problem().orElseThrow());
      }
    }
    requireGood(entry, home);
    return 0;
  }

  private static boolean isGood(DatasetDefinition entry, DataHome home) throws IOException {
    return entry.locate(home).isPresent() && entry.verify(home).stream().allMatch(FileCheck::good);
  }

  private static void requireGood(DatasetDefinition entry, DataHome home) throws IOException {
    for (var check : entry.verify(home)) {
      if (!check.good()) {
        throw new IOException(entry.name() + ": " + check.problem().orElseThrow());
      }
    }
  }
}
