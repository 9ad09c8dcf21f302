package org.noisemark.suite.harness;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.noisemark.datasets.DataHome;
import org.noisemark.nn.Flops;
import org.noisemark.optim.Cost;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.plan.Cells;
import org.noisemark.suite.plan.GradientEvaluations;
import org.noisemark.suite.plan.Plan;
import org.noisemark.suite.training.CellRunner;
import org.noisemark.suite.training.Preparation;
import org.noisemark.suite.training.PreparedData;
import org.noisemark.suite.training.Probe;

/**
 * What a plan will take, from a few measured steps.
 *
 * @param cells number of cells
 * @param external how many of them programs of the user's train: all other figures leave them out
 * @param gradientEvaluations over one mini-batch
 * @param flops of training, analytic, expected; a short last batch counts as a whole one
 * @param coreSeconds summed over the cells
 * @param wallSeconds with the given workers side by side, which share caches and memory: it may be
 *     a tenth more
 */
public record Estimate(
    int cells,
    int external,
    Cost gradientEvaluations,
    long flops,
    double coreSeconds,
    double wallSeconds) {
  /**
   * Measures some steps and an evaluation of each kind of cell, seconds each, with the data of the
   * default home.
   *
   * @throws IOException if a data set cannot be loaded
   */
  public static Estimate of(Plan plan, int workers) throws IOException {
    return of(plan, workers, Preparation.Source.of(DataHome.byDefault()));
  }

  static Estimate of(Plan plan, int workers, Preparation.Source source) throws IOException {
    var preparation = new Preparation(source);
    Map<Probe.Kind, Probe> probes = new HashMap<>();
    var gradients = Cost.exactly(0);
    long flops = 0;
    double seconds = 0;
    double longest = 0;
    int external = 0;
    for (var cell : plan.cells()) {
      var data = preparation.of(cell);
      if (Cells.isExternal(cell)) {
        external++;
        continue;
      }
      var kind = Probe.Kind.of(cell);
      if (!probes.containsKey(kind)) {
        probes.put(kind, probe(cell, data));
      }
      int batch = cell.training().batchSize();
      int stepsPerEpoch = (data.split().train().length + batch - 1) / batch;
      int epochs = cell.training().epochs();
      var cellGradients =
          GradientEvaluations.of(
              cell.optimizer().name(),
              cell.optimizer().hyperparameters(),
              (long) epochs * stepsPerEpoch);
      gradients = gradients.plus(cellGradients);
      flops +=
          Math.round(
              cellGradients.expected() * batch * Flops.gradient(CellRunner.network(cell, data)));
      double cellSeconds =
          probes.get(kind).seconds(cellGradients.expected(), cell.evaluation().count(epochs));
      seconds += cellSeconds;
      longest = Math.max(longest, cellSeconds);
    }
    return new Estimate(
        plan.cells().size(),
        external,
        gradients,
        flops,
        seconds,
        Math.max(longest, seconds / workers));
  }

  private static Probe probe(Cell cell, PreparedData data) throws IOException {
    try {
      return Probe.measure(cell, data);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while measuring " + cell.label());
    } catch (TimeoutException e) {
      throw new IllegalStateException("a measurement has no time limit", e);
    }
  }
}
