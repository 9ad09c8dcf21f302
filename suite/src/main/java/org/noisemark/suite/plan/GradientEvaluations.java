package org.noisemark.suite.plan;

import java.util.Optional;
import java.util.SortedMap;
import org.noisemark.optim.Cost;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.Cell;

/** How many gradients a training takes: by asking the optimizer for the cost of each step. */
public final class GradientEvaluations {
  private GradientEvaluations() {}

  /** Likewise of a cell; empty for a method that only the program which trains it knows. */
  public static Optional<Cost> of(Cell cell, long totalSteps) {
    return Cells.optimizer(cell).map(method -> of(method, totalSteps));
  }

  /** Returns the gradients over one mini-batch that all the steps come to together. */
  public static Cost of(String optimizer, SortedMap<String, Object> settings, long totalSteps) {
    return of(Optimizers.named(optimizer, settings), totalSteps);
  }

  private static Cost of(Optimizer method, long totalSteps) {
    var sum = Cost.exactly(0);
    for (long step = 0; step < totalSteps; step++) {
      sum = sum.plus(method.cost(step, totalSteps));
    }
    return sum;
  }
}
