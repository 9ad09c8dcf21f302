package org.noisemark.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.datasets.DataHome;
import org.noisemark.machine.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: {@code noisemark VERB …}. */
@Command(
    name = "noisemark",
    description = "Measures how robust optimizers are to wrong labels.",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      TuneCommand.class,
      ListCommand.class,
      DataCommand.class,
      NoiseCommand.class,
      ReportCommand.class,
      GateCommand.class,
      BaselineCommand.class,
      CalibrateGateCommand.class,
      VerifyCommand.class,
      ReproduceCommand.class,
      PublishCommand.class,
      ExportCommand.class,
      DoctorCommand.class,
      BenchCommand.class,
      StepsCommand.class,
      RekeyCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark run                  the preset 'quick', about three minutes",
      "  noisemark run --help           what a verb takes"
    })
public final class Main {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this page and end.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(new Session(System.out, System.err, DataHome.byDefault()), arguments));
  }

  /**
   * Runs one command and returns its exit code: 0 done, 1 internal error, 2 the user's mistake.
   * What it writes is the same in every locale: digits, decimal points and capitals are those of
   * the root locale.
   */
  static int run(Session session, String... arguments) {
    Locale.setDefault(Locale.ROOT);
    var commandLine = new CommandLine(new Main(), new SessionFactory(session));
    commandLine
        .setOut(new PrintWriter(session.out(), true))
        .setErr(new PrintWriter(session.err(), true))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(Failures::wrongArguments)
        .setExecutionExceptionHandler(Failures::failed);
    try {
      return commandLine.execute(arguments);
    } catch (Throwable e) { // the handlers above get exceptions only
      return Failures.internal(e, commandLine.getErr());
    }
  }

  /** Names the build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var build = Build.current();
      return new String[] {
        "noisemark " + build.version() + (build.commit().isEmpty() ? "" : " " + build.commit())
      };
    }
  }
}
