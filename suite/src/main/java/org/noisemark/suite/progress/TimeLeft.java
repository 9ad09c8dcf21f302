package org.noisemark.suite.progress;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.noisemark.optim.Cost;
import org.noisemark.reports.records.Cell;
import org.noisemark.suite.plan.GradientEvaluations;

/**
 * How long the rest of a plan will take, from what its finished cells took. Cells of one kind (data
 * set, network, optimizer, engine, epochs) take alike; a kind of which none is finished is reckoned
 * from the others by its gradients. Not thread-safe.
 */
final class TimeLeft {
  private record Kind(
      Cell.Dataset dataset,
      Cell.Network network,
      Cell.Optimizer optimizer,
      Cell.Engine engine,
      int epochs) {
    static Kind of(Cell cell) {
      return new Kind(
          cell.dataset(),
          cell.network(),
          cell.optimizer(),
          cell.engine(),
          cell.training().epochs());
    }
  }

  private record Spent(int cells, double seconds) {
    Spent plus(Spent other) {
      return new Spent(cells + other.cells, seconds + other.seconds);
    }
  }

  private int workers;
  private final Map<Kind, Spent> spent = new HashMap<>();
  private final Map<Kind, Double> gradients = new HashMap<>();
  private double weightedSeconds;
  private double weight;

  TimeLeft(int workers) {
    this.workers = workers;
  }

  void sideBySide(int now) {
    workers = now;
  }

  void finished(Cell cell, double seconds) {
    spent.merge(Kind.of(cell), new Spent(1, seconds), Spent::plus);
    weightedSeconds += seconds;
    weight += gradients(cell);
  }

  /**
   * Returns the time that the cells will take; empty as long as none is finished.
   *
   * @param shares of each cell that is left, what is still to be trained, 0–1
   */
  Optional<Duration> of(Map<Cell, Double> shares) {
    if (spent.isEmpty()) {
      return Optional.empty();
    }
    double seconds =
        shares.entrySet().stream().mapToDouble(e -> e.getValue() * expected(e.getKey())).sum();
    return Optional.of(Duration.ofSeconds(Math.round(seconds / workers)));
  }

  private double expected(Cell cell) {
    var same = spent.get(Kind.of(cell));
    return same == null
        ? weightedSeconds / weight * gradients(cell)
        : same.seconds() / same.cells();
  }

  /** Gradients up to a factor that all cells of a data set share. */
  private double gradients(Cell cell) {
    return gradients.computeIfAbsent(
        Kind.of(cell),
        kind ->
            GradientEvaluations.of(cell, 100L * cell.training().epochs())
                .map(Cost::expected)
                .orElse(100.0 * cell.training().epochs()));
  }
}
