package org.noisemark.reports.page;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a method costs over all noises.
 *
 * @param figures of what was measured
 */
public record CostEntry(String method, Map<CostKind, Figure> figures, PageContent.Runs runs) {

  /**
   * @param mean a run
   * @param versusSgd as a multiple of SGD's; likewise SAM's and PSAM's
   */
  public record Figure(
      double mean, OptionalDouble versusSgd, OptionalDouble versusSam, OptionalDouble versusPsam) {}
}
