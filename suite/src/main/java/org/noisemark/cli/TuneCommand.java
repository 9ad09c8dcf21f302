package org.noisemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.noisemark.cli.options.SuiteOptions;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.Reports;
import org.noisemark.reports.records.AtomicFile;
import org.noisemark.reports.records.RunFolder;
import org.noisemark.reports.tables.TuningTable;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suites;
import org.noisemark.suite.harness.Harness;
import org.noisemark.suite.tuning.SuiteText;
import org.noisemark.suite.tuning.Tuner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noisemark tune}: chooses the hyper-parameters of a suite. */
@Command(
    name = "tune",
    description = {
      "Chooses the values of a suite's optimizers, as its key 'tuning' says: each optimizer with"
          + " the same budget of gradient evaluations, on seeds that the suite does not use, by the"
          + " accuracy on the noisy validation split after the last epoch.",
      "Writes what was tried (tuning.csv and all other reports) and the suite with what was chosen.",
      "Stop it when you like: the next one goes on where this one ended."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:chosen; a cell whose training diverged counts as chance",
      "1:a cell ended in an error",
      "2:wrong usage; nothing was trained",
      "130:stopped by Ctrl-C"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark tune quick                       writes noisemark-out/quick-tuning/quick.yaml",
      "  noisemark tune my-suite.yaml --out tried"
    })
final class TuneCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private SuiteOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where records, reports and suite go; noisemark-out/<suite>-tuning.")
  private Path out;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  TuneCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var suite = options.suite();
    var text = Suites.text(options.name());
    var tuner = new Tuner(suite);
    var plan = options.plan(tuner.first(1, List.of()), OptionalInt.empty());
    var directory = out == null ? Path.of("noisemark-out", plan.suite().name()) : out;
    Directories.requireWritable(directory);
    var folder = RunFolder.open(directory);
    EarlierRuns.requireOf(plan.suite(), folder);
    var harness = new Harness(session.home());
    for (int rounds = 1; rounds <= tuner.rounds(); rounds++) {
      var tried = rounds == 1 ? plan.suite() : tuner.first(rounds, folder.records());
      try (var progress = session.progress(quiet)) {
        var summary =
            harness.run(
                options.plan(tried, OptionalInt.empty()), folder, options.workers(), progress);
        if (summary.interrupted()) {
          return Failures.INTERRUPTED;
        }
      }
    }
    var records = folder.records();
    Reports.of(records).write(directory);
    if (Failures.ofCells(records, session.err())) {
      return Failures.INTERNAL;
    }
    var choice = tuner.choice(records);
    var table =
        AtomicFile.measured(Files.readAllBytes(directory.resolve(TuningTable.TABLE.file())));
    var file = directory.resolve(suite.name() + ".yaml");
    AtomicFile.write(
        file, SuiteText.chosen(file.toString(), text, choice, table.sha256()).getBytes(UTF_8));
    choice.forEach(optimizer -> session.out().println(line(optimizer)));
    session.out().printf(Locale.ROOT, "%d cells; what was chosen is in %s%n", records.size(), file);
    return 0;
  }

  private static String line(OptimizerSetting optimizer) {
    return optimizer.settings().entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue().constant().orElseThrow())
        .collect(Collectors.joining(", ", optimizer.name() + ": ", ""));
  }
}
