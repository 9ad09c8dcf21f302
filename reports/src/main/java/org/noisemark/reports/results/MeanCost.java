package org.noisemark.reports.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.noisemark.reports.page.CostKind;

/** What a run costs on average, by what it is counted in; empty where that was not measured. */
public final class MeanCost {
  private MeanCost() {}

  public static OptionalDouble of(CostKind kind, List<Run> runs) {
    return switch (kind) {
      case GRADIENT_EVALUATIONS -> Metric.GRADIENT_EVALUATIONS.mean(runs);
      case SECONDS -> Metric.TRAIN_TIME.mean(runs);
      case JOULES -> sum(Metric.ENERGY_CPU.mean(runs), Metric.ENERGY_GPU.mean(runs));
      case MONEY -> Metric.MONEY.mean(runs);
    };
  }

  /** Of those that were measured. */
  private static OptionalDouble sum(OptionalDouble... parts) {
    return Stream.of(parts)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .reduce(Double::sum);
  }
}
