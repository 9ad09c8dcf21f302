package org.noisemark.cli;

import org.noisemark.cli.session.Session;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noisemark completion}: what makes a shell complete verbs, options and names. */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes verbs, options and names in bash and zsh.",
      "Names are those of this build, without plug-ins: presets, studies, engines, formats."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark completion bash >>~/.bash_completion",
      "  source <(noisemark completion bash)      for this shell"
    })
final class CompletionCommand implements Runnable {
  /** The shells that can read the script; zsh does by its own bashcompinit. */
  private enum Shell {
    bash,
    zsh
  }

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.out().print(AutoComplete.bash("noisemark", spec.root().commandLine()));
  }
}
