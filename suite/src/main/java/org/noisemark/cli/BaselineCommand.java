package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.gate.BaselineUpdate;
import org.noisemark.reports.gate.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noisemark baseline}: what a gate holds candidates to. */
@Command(
    name = "baseline",
    description = "Moves the baseline of a gate.",
    synopsisSubcommandLabel = "VERB",
    subcommands = BaselineCommand.Update.class,
    footerHeading = "%nExamples:%n",
    footer = "  noisemark baseline update --help")
final class BaselineCommand {
  /** {@code noisemark baseline update}. */
  @Command(
      name = "update",
      description = {
        "Replaces a baseline's runs by a candidate's, for a reason, which is appended with the date"
            + " to the baseline's CHANGES.md.",
        "Runs must be complete and of one commit. A baseline that is not there is made, with a"
            + " gate.json to begin with; one that is there is kept but for suite and version."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:moved",
        "2:wrong usage, no reason",
        "6:refused: the candidate is not whole"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  noisemark baseline update --baseline reports/baselines/ci --candidate noisemark-out/ci \\",
        "    --reason \"PSAM starts its window an epoch later\""
      })
  static final class Update implements Callable<Integer> {
    private final Session session;

    @Option(
        names = "--baseline",
        paramLabel = "DIR",
        required = true,
        description = "What moves; made if it is not there.")
    private Path baseline;

    @Option(
        names = "--candidate",
        paramLabel = "DIR",
        required = true,
        description = "What 'noisemark run' wrote; holds 'cells'.")
    private Path candidate;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        required = true,
        description = "Why, in one line.")
    private String reason;

    Update(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() throws IOException {
      Directories.requireWritable(baseline);
      var update = BaselineUpdate.of(baseline, candidate, reason, Instant.now());
      if (update.refusals().isEmpty()) {
        session.out().printf(Locale.ROOT, "%s moved: %s", baseline, update.entry().substring(2));
        return 0;
      }
      update
          .refusals()
          .forEach(refusal -> session.err().println("noisemark: " + refusal.message()));
      session.err().println("noisemark: " + baseline + " was left as it is");
      return Outcome.INVALID.exitCode();
    }
  }
}
