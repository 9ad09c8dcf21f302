package org.noisemark.reports.page;

import java.util.List;
import java.util.Map;

/**
 * What a method costs over all noises.
 *
 * @param figures of what was measured
 * @param compared its runs and those of each of {@link #REFERENCES} that there is
 */
public record CostEntry(
    String method,
    Map<CostKind, Figure> figures,
    Map<String, PageContent.Runs> compared,
    PageContent.Runs runs) {
  /** Optimizers whose cost a cost is shown as a multiple of. */
  public static final List<String> REFERENCES = List.of("sgd", "sam", "psam");

  /**
   * @param mean a run
   * @param multiples of the mean of each of {@link #REFERENCES} that it can be told of
   */
  public record Figure(double mean, Map<String, Double> multiples) {}
}
