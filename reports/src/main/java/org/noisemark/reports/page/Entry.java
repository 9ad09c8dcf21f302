package org.noisemark.reports.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.noisemark.reports.statistics.Estimate;

/**
 * How a method did under one noise. Accuracies are of the test set, clean labels, ratios.
 *
 * @param method name for people
 * @param hyperparameters all of them, as JSON
 * @param rank by the mean after the last epoch
 * @param accuracy after the last epoch
 * @param versusSgd difference to SGD, paired by seed; likewise to PSAM and to the best
 * @param tied whether it is not told from the best by the paired interval
 * @param selected at the epoch that the noisy validation split chooses
 * @param best of all epochs, an oracle
 * @param bestMinusLast mean loss from the best epoch to the last
 * @param failed runs that count as chance
 * @param costs mean a run, of what was measured
 * @param curve mean over seeds of the runs that ended well
 * @param curves of each of these runs
 */
public record Entry(
    PageContent.Level level,
    String method,
    String optimizer,
    String hyperparameters,
    OptionalInt rank,
    Optional<Estimate> accuracy,
    Optional<Traced> versusSgd,
    Optional<Traced> versusPsam,
    Optional<Traced> versusBest,
    Optional<Boolean> tied,
    OptionalDouble selected,
    OptionalDouble best,
    OptionalDouble bestMinusLast,
    long failed,
    Map<CostKind, Double> costs,
    List<CurvePoint> curve,
    List<List<CurvePoint>> curves,
    PageContent.Runs runs) {}
