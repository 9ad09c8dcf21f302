package org.noisemark.reports.gate;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.noisemark.reports.statistics.NonInferiority;

/**
 * One test of a gate and what came of it.
 *
 * @param cell label; {@value #ALL} for the mean over all cells
 * @param column what is compared, as in runs.csv
 * @param seeds pairs, at least 1
 * @param baseline mean over the pairs, likewise the candidate's
 * @param test of the paired differences, candidate minus baseline (of times: minus the logarithm of
 *     candidate by baseline), against the margin
 * @param lowerBound one-sided, of the mean difference; empty for one pair
 * @param shown Holm-adjusted p-value of "the loss is not larger than the margin"
 * @param verdict pass; regressed or cost where the loss is larger than the margin; inconclusive
 * @param seedsToDecide where it is inconclusive and a number of seeds would decide it
 */
public record Comparison(
    String cell,
    String column,
    int seeds,
    double baseline,
    double candidate,
    NonInferiority test,
    OptionalDouble lowerBound,
    double shown,
    Outcome verdict,
    OptionalInt seedsToDecide) {
  public static final String ALL = "mean over all cells";
}
