package org.noisemark.suite;

import java.io.IOException;

/**
 * What a plan will take, from a few measured steps.
 *
 * @param cells number of cells
 * @param gradientEvaluations over one mini-batch, exact
 * @param flops of training, analytic
 * @param coreSeconds summed over the cells
 * @param wallSeconds with the given workers side by side
 */
public record Estimate(
    int cells, long gradientEvaluations, long flops, double coreSeconds, double wallSeconds) {
  /**
   * Measures some steps and an evaluation of each kind of cell.
   *
   * @throws IOException if a data set cannot be loaded
   */
  public static Estimate of(Plan plan, int workers) throws IOException {
    throw new UnsupportedOperationException("follows");
  }
}
