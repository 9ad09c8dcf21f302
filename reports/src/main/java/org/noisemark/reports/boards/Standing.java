package org.noisemark.reports.boards;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Difference;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Scores;
import org.noisemark.reports.results.Setting;
import org.noisemark.reports.results.Task;
import org.noisemark.reports.statistics.Estimate;

/**
 * How one method did on one data set, noise, rate and network: a row of the leaderboard.
 *
 * @param rank by mean final test accuracy among the methods of the same setting and noise and the
 *     same epochs or gradient evaluations, equal means share it; empty if no accuracy can be
 *     counted or there is no rival
 * @param accuracy of the counted final test accuracy over seeds
 * @param isCompared whether it is another optimizer than the first reference
 * @param versusReference of the differences to the first reference, paired by seed; empty without a
 *     common seed
 * @param versusBest likewise to the method ranked first
 * @param verdict what {@code versusBest} says; empty without two common seeds
 * @param selectedVersusReference as {@code versusReference}, at the epoch that the noisy validation
 *     split selects: what the cheapest defence leaves of it
 * @param oracleGap over the runs that ended well, the best epoch's test accuracy less the last
 *     one's
 * @param scores of this method, failed runs too
 */
public record Standing(
    Task task,
    Method method,
    OptionalInt rank,
    Optional<Estimate> accuracy,
    boolean isCompared,
    Optional<Difference> versusReference,
    Optional<Difference> versusBest,
    Optional<Verdict> verdict,
    Optional<Difference> selectedVersusReference,
    Optional<Estimate> oracleGap,
    Scores scores) {

  /** Of this method, failed ones too. */
  public List<Run> runs() {
    return scores.runs();
  }

  /** Whether its mean is the highest, or ties with it in all digits. */
  public boolean isBest() {
    return rank.orElse(0) == 1;
  }

  public boolean is(Verdict.Kind kind) {
    return verdict.map(own -> own.is(kind)).orElse(false);
  }

  public Setting setting() {
    return task.setting();
  }

  public NoiseLevel level() {
    return task.level();
  }

  /** The same without a place among others. */
  Standing unranked() {
    return new Standing(
        task,
        method,
        OptionalInt.empty(),
        accuracy,
        isCompared,
        versusReference,
        Optional.empty(),
        Optional.empty(),
        selectedVersusReference,
        oracleGap,
        scores);
  }
}
