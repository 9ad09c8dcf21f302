package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.gate.calibration.GateCalibration;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.gate.rules.GateRulesJson;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.RunRecords;
import org.noisemark.reports.results.Metric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark calibrate-gate}: the table in the README of {@code reports}. */
@Command(
    name = "calibrate-gate",
    hidden = true,
    description = {
      "Measures how often the gate is right, on real seeds: the shares of its verdicts with a loss"
          + " planted in one cell, and with none.",
      "Without --against, two draws of different seeds are compared; with it, the same seeds as"
          + " trained there, by another engine for example."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark calibrate-gate noisemark-out/quick",
      "  noisemark calibrate-gate noisemark-out/quick --against noisemark-out/quick-libtorch"
    })
final class CalibrateGateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "Runs of many seeds.")
  private Path directory;

  @Option(names = "--against", paramLabel = "DIR", description = "The same runs, other rounding.")
  private Path against;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "A baseline, whose gate.json holds the margins; without it, one point.")
  private Path baseline;

  @Option(
      names = "--seeds",
      paramLabel = "N,…",
      split = ",",
      defaultValue = "3,5,10",
      description = "Seeds a side; ${DEFAULT-VALUE}.")
  private List<Integer> seeds;

  @Option(
      names = "--losses",
      paramLabel = "RATIO,…",
      split = ",",
      defaultValue = "0,0.01,0.02,0.03",
      description = "Planted; ${DEFAULT-VALUE}.")
  private List<Double> losses;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "200",
      description = "Gates for each number of seeds and each loss; ${DEFAULT-VALUE}.")
  private int draws;

  CalibrateGateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var runs = RunRecords.readAll(List.of(directory));
    var rules = rules(runs.get(0).cell().suite());
    var calibration =
        against == null
            ? GateCalibration.ofOtherSeeds(runs, rules)
            : GateCalibration.ofOtherRounding(runs, RunRecords.readAll(List.of(against)), rules);
    session
        .out()
        .printf(
            Locale.ROOT,
            "%d cells, %d seeds in common, %d draws a row, %s; shares in percent%n%n",
            calibration.cells(),
            calibration.seeds(),
            draws,
            margins(rules));
    session
        .out()
        .println(
            "| seeds | loss | cell: pass | regressed | inconclusive | gate: pass | regressed |"
                + " inconclusive |\n|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int count : seeds) {
      for (double loss : losses) {
        print(calibration.row(count, loss, draws));
      }
    }
    return 0;
  }

  private GateRules rules(Cell.Suite first) throws IOException {
    if (baseline == null) {
      return GateRules.defaults(first.name(), first.version());
    }
    var rules = GateRulesJson.read(baseline);
    if (!rules.margins().containsKey(Metric.TEST_ACCURACY_FINAL)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: margins lack %s, of which a loss is planted",
              baseline.resolve(GateRules.FILE),
              Metric.TEST_ACCURACY_FINAL.column()));
    }
    return rules.of(first.name(), first.version());
  }

  /** "margin 1.5 points, 2.0 under pairflip@1 0.4". */
  private static String margins(GateRules rules) {
    var text = new StringBuilder("margin " + points(rules.margins()) + " points");
    rules.noiseMargins().entrySet().stream()
        .filter(noise -> noise.getValue().containsKey(Metric.TEST_ACCURACY_FINAL))
        .forEach(
            noise ->
                text.append(
                    String.format(
                        Locale.ROOT, ", %s under %s", points(noise.getValue()), noise.getKey())));
    return text.toString();
  }

  private static String points(Map<Metric, Double> margins) {
    return String.format(Locale.ROOT, "%.1f", 100 * margins.get(Metric.TEST_ACCURACY_FINAL));
  }

  private void print(GateCalibration.Row row) {
    session
        .out()
        .printf(
            Locale.ROOT,
            "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
            row.seeds(),
            100 * row.loss(),
            100 * row.cellPass(),
            100 * row.cellRegressed(),
            100 * row.cellInconclusive(),
            100 * row.gatePass(),
            100 * row.gateRegressed(),
            100 * row.gateInconclusive());
  }
}
