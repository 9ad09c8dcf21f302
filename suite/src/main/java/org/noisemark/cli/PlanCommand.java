package org.noisemark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.noisemark.cli.options.PlanOptions;
import org.noisemark.cli.session.HumanTime;
import org.noisemark.cli.session.Session;
import org.noisemark.optim.Cost;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.harness.Estimate;
import org.noisemark.suite.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noisemark plan}: what a run would train and take, before it is spent. */
@Command(
    name = "plan",
    description = {
      "Shows the cells of a suite and what they will take.",
      "Measures a few steps of each kind of cell for that."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark plan standard",
      "  noisemark plan my-suite.yaml --seeds 10 --workers 8",
      "  noisemark plan full --executors 20                 on a cluster, see run --cluster",
      "  noisemark plan quick --cells"
    })
final class PlanCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private PlanOptions options;

  @Option(names = "--cells", description = "List every cell with its run id; measure nothing.")
  private boolean cells;

  @Option(
      names = "--executors",
      paramLabel = "N",
      description = {
        "So many processes of a cluster train, each on a machine like this one with --workers",
        "side by side; 1."
      })
  private Integer executors;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    int sideBySide = sideBySide();
    var plan = options.plan();
    if (cells) {
      printCells(plan);
      return 0;
    }
    var estimate = Estimate.of(plan, sideBySide);
    if (json) {
      session.json(result(plan, estimate));
    } else {
      print(plan, estimate);
    }
    return 0;
  }

  private void printCells(Plan plan) {
    if (json) {
      var ids = new LinkedHashMap<String, Object>();
      plan.cells().forEach(cell -> ids.put(cell.runId(), cell));
      session.json(ids);
    } else {
      plan.cells().forEach(cell -> session.out().println(cell.runId() + "  " + cell.label()));
    }
  }

  private void print(Plan plan, Estimate estimate) {
    var suite = plan.suite();
    line("suite", suite.name() + " " + suite.version() + ": " + suite.summary());
    line("data sets", values(plan, cell -> cell.dataset().label()));
    line("noises", values(plan, PlanCommand::noise));
    line("networks", values(plan, cell -> cell.network().label()));
    line("optimizers", values(plan, cell -> cell.optimizer().name()));
    line("seeds", values(plan, cell -> Long.toString(cell.seed())));
    line("engine", values(plan, cell -> cell.engine().name() + " on " + cell.engine().device()));
    line(
        "cells",
        estimate.external() == 0
            ? Integer.toString(estimate.cells())
            : String.format(
                Locale.ROOT,
                "%d, of which %d by programs of your own are not in the figures below",
                estimate.cells(),
                estimate.external()));
    line("gradients", gradients(estimate.gradientEvaluations()));
    line("operations", String.format(Locale.ROOT, "%.3g", (double) estimate.flops()));
    line(
        "core time",
        String.format(
            Locale.ROOT,
            "%s (%.2f core hours)",
            HumanTime.of(estimate.coreSeconds()),
            estimate.coreSeconds() / 3600));
    line("time", HumanTime.of(estimate.wallSeconds()) + " with " + workers());
  }

  private String workers() {
    return executors == null
        ? options.workers() + " workers"
        : executors + " executors of " + options.workersAsked().orElse(1) + " workers each";
  }

  /** Returns how many cells are trained side by side. */
  private int sideBySide() {
    if (executors == null) {
      return options.workers();
    }
    if (executors < 1) {
      throw new IllegalArgumentException("--executors must be at least 1, got " + executors);
    }
    return Math.multiplyExact(executors, options.workersAsked().orElse(1));
  }

  private static String gradients(Cost cost) {
    return cost.isExact()
        ? String.format(Locale.ROOT, "%,.0f", cost.expected())
        : String.format(
            Locale.ROOT,
            "about %,.0f, from %,.0f to %,.0f",
            cost.expected(),
            cost.least(),
            cost.most());
  }

  private void line(String name, String value) {
    session.out().printf(Locale.ROOT, "%-11s %s%n", name, value);
  }

  private static LinkedHashMap<String, Object> result(Plan plan, Estimate estimate) {
    var result = new LinkedHashMap<String, Object>();
    result.put("suite", plan.suite().name());
    result.put("suite_version", plan.suite().version());
    result.put("cells", estimate.cells());
    result.put("cells_external", estimate.external());
    result.put("gradient_evaluations_total", Math.round(estimate.gradientEvaluations().expected()));
    result.put("gradient_evaluations_exact", estimate.gradientEvaluations().isExact());
    result.put("flops_total", estimate.flops());
    result.put("core_seconds", estimate.coreSeconds());
    result.put("wall_seconds", estimate.wallSeconds());
    return result;
  }

  private static String noise(Cell cell) {
    var noise = cell.noise();
    return noise.rate() == 0 ? noise.name() : noise.name() + " " + noise.rate();
  }

  private static String values(Plan plan, Function<Cell, String> value) {
    List<String> distinct = plan.cells().stream().map(value).distinct().toList();
    return distinct.stream().collect(Collectors.joining(", "));
  }
}
