package org.noisemark.reports.page.parts;

import static org.noisemark.reports.results.Metric.ENERGY;
import static org.noisemark.reports.results.Metric.GRADIENT_EVALUATIONS;
import static org.noisemark.reports.results.Metric.MONEY;
import static org.noisemark.reports.results.Metric.TRAIN_TIME;

import java.util.List;
import java.util.Optional;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Prices;

/**
 * What a run costs, in words, by the metric that it is counted in.
 *
 * @param prices of money; empty without a price file
 */
public record Costs(Optional<Prices> prices) {
  public static final List<Metric> METRICS =
      List.of(GRADIENT_EVALUATIONS, TRAIN_TIME, ENERGY, MONEY);

  /** For a heading; money by its currency, where that is known. */
  public String label(Metric metric) {
    return metric == MONEY
        ? prices.map(list -> name(metric) + ", " + list.currency()).orElse(name(metric))
        : name(metric);
  }

  public static String name(Metric metric) {
    return switch (metric) {
      case GRADIENT_EVALUATIONS -> "Gradient evaluations";
      case TRAIN_TIME -> "Seconds";
      case ENERGY -> "Joules";
      case MONEY -> "Money";
      default -> throw none(metric);
    };
  }

  /** Behind a number or within a sentence. */
  public String unit(Metric metric) {
    return switch (metric) {
      case GRADIENT_EVALUATIONS -> "gradient evaluations";
      case TRAIN_TIME -> "seconds in training steps";
      case ENERGY -> "joules of CPU, DRAM and GPU, by the counters that could be read";
      case MONEY ->
          prices
              .map(list -> list.currency() + ", by the prices of " + list.date())
              .orElse("money, by the price file");
      default -> throw none(metric);
    };
  }

  /** Why there may be no figure. */
  public static String absent(Metric metric) {
    return switch (metric) {
      case GRADIENT_EVALUATIONS -> "not counted in any run";
      case TRAIN_TIME -> "not measured in any run";
      case ENERGY -> "no run could read an energy counter";
      case MONEY -> "no price file was given, or it prices what was not measured";
      default -> throw none(metric);
    };
  }

  /** Unique on the page. */
  public static String id(Metric metric) {
    return name(metric).toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }

  private static IllegalArgumentException none(Metric metric) {
    return new IllegalArgumentException("no cost: " + metric);
  }
}
