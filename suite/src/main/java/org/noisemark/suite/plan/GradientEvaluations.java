package org.noisemark.suite.plan;

import java.util.SortedMap;
import org.noisemark.optim.Cost;
import org.noisemark.optim.Optimizers;

/** How many gradients a training takes: by asking the optimizer for the cost of each step. */
public final class GradientEvaluations {
  private GradientEvaluations() {}

  /** Returns the gradients over one mini-batch that all the steps come to together. */
  public static Cost of(String optimizer, SortedMap<String, Object> settings, long totalSteps) {
    var method = Optimizers.named(optimizer, settings);
    var sum = Cost.exactly(0);
    for (long step = 0; step < totalSteps; step++) {
      sum = sum.plus(method.cost(step, totalSteps));
    }
    return sum;
  }
}
