package org.noisemark.suite.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.noisemark.engine.Device;
import org.noisemark.engine.Engines;
import org.noisemark.noise.NoiseSpec;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.definition.NetworkSetting;
import org.noisemark.suite.definition.OptimizerSetting;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.SuiteNoise;
import org.noisemark.suite.definition.TrainingSettings;

/**
 * The cells of a suite in the order in which they are trained: seed by seed, so that a plan stopped
 * half-way has compared all optimizers on its first seeds.
 */
public record Plan(Suite suite, List<Cell> cells) {
  public Plan {
    cells = List.copyOf(cells);
  }

  /**
   * Returns the plan of a suite.
   *
   * @param seeds the number of seeds, in place of the suite's: its first ones, or more counted on
   *     from its largest
   * @throws IllegalArgumentException if fewer than one seed is asked for, or the suite names a cell
   *     twice
   */
  public static Plan of(Suite suite, String engine, Device device, OptionalInt seeds) {
    var precision = suite.precision(Engines.named(engine), device);
    var cells = new ArrayList<Cell>();
    for (long seed : seeds(suite.seeds(), seeds.orElse(suite.seeds().size()))) {
      for (var dataset : suite.datasets()) {
        for (var network : suite.networks()) {
          for (var noise : suite.noises()) {
            var group =
                new Group(dataset, network, noise.at(seed), seed, engine, device, precision);
            suite.optimizers().forEach(optimizer -> cells.add(group.cell(suite, optimizer)));
          }
        }
      }
    }
    requireDistinct(cells);
    return new Plan(suite, cells);
  }

  /**
   * Returns every {@code count}-th cell, from the {@code index}-th on.
   *
   * @param index 1 to {@code count}
   * @throws IllegalArgumentException if the index is outside
   */
  public Plan shard(int index, int count) {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "shard must be i/n with i from 1 to n, got " + index + "/" + count);
    }
    var part = new ArrayList<Cell>();
    for (int i = index - 1; i < cells.size(); i += count) {
      part.add(cells.get(i));
    }
    return new Plan(suite, part);
  }

  /** What the arms that are compared with each other have in common. */
  private record Group(
      Cell.Dataset dataset,
      NetworkSetting network,
      NoiseSpec noise,
      long seed,
      String engine,
      Device device,
      String precision) {
    Cell cell(Suite suite, OptimizerSetting optimizer) {
      var settings = optimizer.under(noise);
      var own = new TreeMap<>(settings);
      own.keySet().removeAll(TrainingSettings.BY_OPTIMIZER);
      var training = TrainingSettings.with(suite.training(), settings);
      return new Cell(
          new Cell.Suite(suite.name(), suite.version(), suite.references()),
          dataset,
          SuiteNoise.described(noise),
          network.network(),
          training,
          new Cell.Optimizer(optimizer.name(), optimizer.hyperparameters(own)),
          suite.evaluation().in(training.epochs()),
          engine(optimizer),
          seed);
    }

    private Cell.Engine engine(OptimizerSetting optimizer) {
      return optimizer
          .trainer()
          .map(
              trainer ->
                  new Cell.Engine(
                      Cell.Engine.EXTERNAL, device.label(), precision, trainer.in(engine)))
          .orElseGet(() -> new Cell.Engine(engine, device.label(), precision));
    }
  }

  private static List<Long> seeds(List<Long> given, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a plan needs at least 1 seed, got " + count);
    }
    var seeds = new ArrayList<>(given.subList(0, Math.min(count, given.size())));
    long next = Collections.max(given);
    while (seeds.size() < count) {
      if (next == Long.MAX_VALUE) {
        throw new IllegalArgumentException("no seed comes after the suite's largest, " + next);
      }
      seeds.add(++next);
    }
    return seeds;
  }

  private static void requireDistinct(List<Cell> cells) {
    var seen = new HashSet<String>();
    for (var cell : cells) {
      if (!seen.add(cell.runId())) {
        throw new IllegalArgumentException(
            "suite " + cell.suite().name() + " names a cell twice: " + cell.label());
      }
    }
  }
}
