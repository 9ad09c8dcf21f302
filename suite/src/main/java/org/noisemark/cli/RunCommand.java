package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.ClusterOptions;
import org.noisemark.cli.options.PlanOptions;
import org.noisemark.cli.options.PricesOption;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.results.Prices;
import org.noisemark.suite.harness.Harness;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noisemark run}: trains what is missing, then writes all reports. */
@Command(
    name = "run",
    description = {
      "Trains the cells of a suite that have no record yet, then writes all reports.",
      "Stop it when you like: the next run goes on where this one ended."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every cell has a record; one whose training diverged counts as chance",
      "1:a cell ended in an error",
      "2:wrong usage; nothing was trained",
      "130:stopped by Ctrl-C"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark run                                    the preset 'quick'",
      "  noisemark run standard --out results/standard",
      "  noisemark run my-suite.yaml --seeds 5 --workers 4",
      "  noisemark run standard --shard 2/4 --out part2   the second of four machines"
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private PlanOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where records and reports go; noisemark-out/<suite>.")
  private Path out;

  @Option(
      names = "--retry-failed",
      description = "Train cells again whose record says they failed.")
  private boolean retryFailed;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Give a cell up after that long; 0, the default, for never.")
  private long timeout;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "MINUTES",
      defaultValue = "10",
      description = {
        "Keep a cell in training so often, so that a stopped run goes on within it; 10,",
        "and 0 for never."
      })
  private double checkpointEvery;

  @Mixin private ClusterOptions cluster;

  @Mixin private PricesOption prices;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print a summary as JSON instead of the leaderboard.")
  private boolean json;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    cluster.check();
    var plan = options.plan(!cluster.isAsked());
    var directory = out == null ? Path.of("noisemark-out", plan.suite().name()) : out;
    Directories.requireWritable(directory);
    var folder = RunFolder.open(directory);
    EarlierRuns.requireOf(plan.suite(), folder);
    if (!options.isShard()) {
      EarlierRuns.beside(plan, folder)
          .ifPresent(line -> session.err().println("noisemark: " + line));
    }
    var paid = prices.read();
    var harness = new Harness(session.home(), retryFailed, limit(), interval());
    var summary = run(harness, plan, folder);
    if (summary.interrupted()) {
      return Failures.INTERRUPTED;
    }
    if (paid.isPresent()) {
      paid.get().write(directory);
    }
    var records = folder.records();
    var reports = Reports.of(records, Prices.read(directory));
    reports.write(directory);
    if (json) {
      var result = new LinkedHashMap<String, Object>();
      result.put("suite", plan.suite().name());
      result.put("directory", directory.toString());
      result.put("cells", plan.cells().size());
      result.put("trained", summary.trained());
      result.put("kept", summary.kept());
      result.put("failed", summary.failed());
      session.json(result);
    } else {
      session.out().print(reports.leaderboardText());
      session
          .out()
          .printf(
              Locale.ROOT,
              "%d cells trained, %d kept, %d failed; reports in %s%n",
              summary.trained(),
              summary.kept(),
              summary.failed(),
              directory);
    }
    return Failures.ofCells(records, session.err()) ? Failures.INTERNAL : 0;
  }

  private Optional<Duration> interval() {
    if (!(checkpointEvery >= 0 && Double.isFinite(checkpointEvery))) {
      throw new IllegalArgumentException(
          "--checkpoint-every must be at least 0 minutes, got " + checkpointEvery);
    }
    return checkpointEvery == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (60_000 * checkpointEvery)));
  }

  private Harness.Summary run(Harness harness, Plan plan, RunFolder folder) throws IOException {
    try (var progress = session.progress(quiet)) {
      if (!cluster.isAsked() || isDone(plan, folder)) {
        return harness.run(plan, folder, options.workers(), progress);
      }
      if (plan.cells().stream().anyMatch(Cells::isExternal)) {
        throw new IllegalArgumentException(
            "--cluster trains with engines alone: the programs of 'trainers' are on this machine");
      }
      try (var executor =
          cluster.connect(plan, options, folder.directory(), limit(), retryFailed)) {
        return harness.run(plan, folder, executor, progress);
      }
    }
  }

  /** Whether no cluster is needed to find that nothing is to be trained. */
  private boolean isDone(Plan plan, RunFolder folder) {
    return !retryFailed
        && plan.cells().stream().allMatch(cell -> folder.find(cell.runId()).isPresent());
  }

  private Duration limit() {
    if (timeout < 0) {
      throw new IllegalArgumentException("--timeout must be at least 0 seconds, got " + timeout);
    }
    return Duration.ofSeconds(timeout);
  }
}
