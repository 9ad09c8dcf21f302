package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.cli.session.StandardOutput;
import org.noisemark.datasets.DataHome;
import org.noisemark.machine.Build;
import org.noisemark.plugin.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
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
      StudyCommand.class,
      PublishCommand.class,
      ExportCommand.class,
      CiteCommand.class,
      HistoryCommand.class,
      DoctorCommand.class,
      BenchCommand.class,
      StepsCommand.class,
      RekeyCommand.class,
      CompletionCommand.class
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

  @Option(
      names = "--plugin",
      paramLabel = "FILE.jar",
      scope = ScopeType.INHERIT,
      description = "Add what a jar defines, repeatable; beside those of NOISEMARK_PLUGINS.")
  private List<Path> plugins = List.of();

  private Main() {}

  public static void main(String[] arguments) {
    var out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    var err = new StandardOutput(new FileOutputStream(FileDescriptor.err)).text();
    var session = new Session(out.text(), err, DataHome.byDefault());
    int exitCode = run(session, arguments);
    session.out().flush();
    System.exit(out.exitCode(exitCode, err));
  }

  /**
   * Runs one command and returns its exit code: 0 done, 1 internal error, 2 the user's mistake.
   * What it writes is the same in every locale: digits, decimal points and capitals are those of
   * the root locale.
   */
  static int run(Session session, String... arguments) {
    Locale.setDefault(Locale.ROOT);
    var main = new Main();
    var commandLine = new CommandLine(main, new SessionFactory(session));
    commandLine
        .setOut(new PrintWriter(session.out(), true, UTF_8))
        .setErr(new PrintWriter(session.err(), true, UTF_8))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false)
        .setExecutionStrategy(main::withPlugins)
        .setParameterExceptionHandler(Failures::wrongArguments)
        .setExecutionExceptionHandler(Failures::failed);
    try {
      return commandLine.execute(arguments);
    } catch (Throwable e) { // the handlers above get exceptions only
      return Failures.internal(e, commandLine.getErr());
    }
  }

  private int withPlugins(ParseResult parsed) {
    try {
      Plugins.use(Stream.concat(ofEnvironment(), plugins.stream()).distinct().toList());
    } catch (IllegalArgumentException | IOException e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static Stream<Path> ofEnvironment() {
    String set = System.getenv().getOrDefault("NOISEMARK_PLUGINS", "");
    return Stream.of(set.split(File.pathSeparator)).filter(path -> !path.isBlank()).map(Path::of);
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
