package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.DeviceConverter;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.engine.Device;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.records.RecordedRuns;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.suite.audit.Compared;
import org.noisemark.suite.audit.Reproduction;
import org.noisemark.suite.audit.Reproduction.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark reproduce}: does a run come out again? */
@Command(
    name = "reproduce",
    description = {
      "Trains a run again from its record alone, and shows what comes out otherwise.",
      "Compared are the hashes of labels, initial and final parameters, the curve and the accuracy,"
          + " bit for bit. On another machine, engine, version or commit, whose rounding may differ,"
          + " it also counts as reproduced if the run began alike, the loss of the first epoch is"
          + " within 1 %%, and the final test accuracy within three standard errors.",
      "Ends with 0 if it came out again, with 6 if not, with 2 for a wrong argument. Writes nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark reproduce r938b4f450dc6ebc1 reports/published/quick",
      "  noisemark reproduce r938b reports/published/quick --engine libtorch"
    })
final class ReproduceCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "RUN_ID",
      description = "As in runs.csv; its first digits will do.")
  private String runId;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "What 'noisemark run' wrote; holds a folder 'cells'.")
  private Path directory;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "What trains (see 'noisemark list engines'); as in the record.")
  private String engine;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      converter = DeviceConverter.class,
      description = "Where it trains; as in the record.")
  private Device device;

  @Option(
      names = "--run-command",
      description =
          "Run the command that the record names, if a program of the user's trained it: whoever"
              + " wrote the record chose that command.")
  private boolean runCommand;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ReproduceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var record = RecordedRuns.find(runId, directory);
    var trainer = record.cell().engine().trainer();
    if (trainer != null && engine == null && !runCommand) {
      throw new IllegalArgumentException(
          "run "
              + record.runId()
              + " was trained by the command "
              + trainer.command()
              + ", which comes from its record: add --run-command to run it, or --engine to train"
              + " with an engine");
    }
    var reproduction =
        Reproduction.train(
            record,
            session.home(),
            Optional.ofNullable(engine),
            Optional.ofNullable(device),
            epoch -> progress(record, epoch));
    if (json) {
      session.json(result(reproduction));
    } else {
      print(reproduction);
    }
    return reproduction.verdict() == Verdict.DIFFERENT ? Failures.INVALID : 0;
  }

  private void progress(RunRecord record, RunRecord.Epoch epoch) {
    if (!quiet) {
      session
          .err()
          .printf(
              Locale.ROOT, "epoch %d of %s%n", epoch.epoch(), record.cell().training().epochs());
    }
  }

  private void print(Reproduction reproduction) {
    var record = reproduction.recorded();
    var cell = record.cell();
    line(
        "run "
            + record.runId()
            + ": "
            + String.join(
                ", ",
                cell.dataset().label(),
                NoiseLevel.of(cell).key(),
                cell.network().name(),
                cell.optimizer().name(),
                "seed " + cell.seed()));
    reproduction.results().forEach(this::print);
    line("");
    line(
        String.format(
            Locale.ROOT,
            "  %-6s%-46s%s",
            "epoch",
            "train loss (recorded, again)",
            "test accuracy (recorded, again)"));
    var again = reproduction.again().curve();
    for (int i = 0; i < Math.max(record.curve().size(), again.size()); i++) {
      line(
          row(
              i + 1,
              i < record.curve().size() ? record.curve().get(i) : null,
              i < again.size() ? again.get(i) : null));
    }
    long differing = reproduction.curve().stream().filter(figure -> !figure.same()).count();
    line(
        "  "
            + (differing == 0
                ? "all " + reproduction.curve().size() + " figures of the curve are the same"
                : differing
                    + " of "
                    + reproduction.curve().size()
                    + " figures of the curve differ"));
    line("");
    var environment = reproduction.environment();
    line(environment.isEmpty() ? "the same machine and software" : "circumstances that differ");
    environment.forEach(this::print);
    line("");
    line(verdict(reproduction));
  }

  private void print(Compared compared) {
    line(
        compared.same()
            ? String.format(Locale.ROOT, "  same    %-28s%s", compared.what(), compared.again())
            : String.format(
                Locale.ROOT,
                "  DIFFERS %-28s%s%n  %36s%s",
                compared.what(),
                compared.recorded(),
                "",
                compared.again()));
  }

  private static String row(int epoch, RunRecord.Epoch recorded, RunRecord.Epoch again) {
    return String.format(
        Locale.ROOT,
        "  %-6d%-22s %-22s %-10s %-10s",
        epoch,
        recorded == null ? "-" : recorded.trainLoss(),
        again == null ? "-" : again.trainLoss(),
        recorded == null ? "-" : recorded.testAccuracy(),
        again == null ? "-" : again.testAccuracy());
  }

  private static String verdict(Reproduction reproduction) {
    return switch (reproduction.verdict()) {
      case IDENTICAL -> "reproduced: identical, bit for bit";
      case WITHIN_TOLERANCE ->
          String.format(
              Locale.ROOT,
              "reproduced within tolerance, not bit for bit: began alike, the loss of the first"
                  + " epoch within %s %%, the test accuracy within %.2f points",
              100 * Reproduction.LOSS_TOLERANCE,
              100 * reproduction.accuracyTolerance());
      case DIFFERENT -> "NOT reproduced";
    };
  }

  private static Map<String, Object> result(Reproduction reproduction) {
    var result = new LinkedHashMap<String, Object>();
    result.put("run_id", reproduction.recorded().runId());
    result.put("verdict", reproduction.verdict().name().toLowerCase(Locale.ROOT));
    result.put("results", entries(reproduction.results()));
    result.put("curve", entries(reproduction.curve()));
    result.put("environment", entries(reproduction.environment()));
    return result;
  }

  private static List<Map<String, Object>> entries(List<Compared> compared) {
    var entries = new ArrayList<Map<String, Object>>();
    for (var each : compared) {
      var entry = new LinkedHashMap<String, Object>();
      entry.put("what", each.what());
      entry.put("same", each.same());
      entry.put("recorded", each.recorded());
      entry.put("again", each.again());
      entries.add(entry);
    }
    return entries;
  }

  private void line(String line) {
    session.out().println(line.stripTrailing());
  }
}
