package org.noisemark.suite.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.optim.Optimizers;

/** How many gradients a training takes: by asking the optimizer at each of its steps. */
public final class GradientEvaluations {
  private GradientEvaluations() {}

  /** Returns the gradients over one mini-batch that all the steps take together. */
  public static long of(String optimizer, SortedMap<String, Object> settings, long totalSteps) {
    var isDue = due(optimizer, settings, totalSteps);
    return totalSteps + LongStream.range(0, totalSteps).filter(isDue).count();
  }

  /** Returns whether a step, counted from 0, takes a second gradient. */
  public static LongPredicate due(
      String optimizer, SortedMap<String, Object> settings, long totalSteps) {
    return Optimizers.named(optimizer, settings)
            .start(new ParameterLayout(List.of()), () -> ReferenceVector.zeros(0), totalSteps)
        ::isDue;
  }
}
