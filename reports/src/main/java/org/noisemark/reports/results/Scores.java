package org.noisemark.reports.results;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Pairs;

/**
 * A method's runs of one task with what each is counted at: an accuracy, or chance for a failed
 * run. Works its estimates out once; not thread-safe.
 */
public final class Scores {
  private final List<Run> runs;
  private final SortedMap<Run.Replicate, Double> byReplicate = new TreeMap<>();
  private final Map<Scores, Optional<Difference>> differences = new IdentityHashMap<>();
  private Optional<Estimate> estimate;
  private Optional<Estimate> oracleGap;
  private Scores selected;

  /** Of the accuracy after the last epoch. */
  public Scores(List<Run> runs) {
    this(runs, Metric.TEST_ACCURACY_FINAL);
  }

  public Scores(List<Run> runs, Metric accuracy) {
    this.runs = List.copyOf(runs);
    runs.forEach(
        run -> run.counted(accuracy).ifPresent(score -> byReplicate.put(run.replicate(), score)));
  }

  /** Returns the same runs counted at the epoch that the noisy validation split selects. */
  public Scores selected() {
    if (selected == null) {
      selected = new Scores(runs, Metric.TEST_ACCURACY_SELECTED);
    }
    return selected;
  }

  public List<Run> runs() {
    return runs;
  }

  /** None for a run that cannot be counted. */
  public SortedMap<Run.Replicate, Double> byReplicate() {
    return Collections.unmodifiableSortedMap(byReplicate);
  }

  /** Returns the mean; empty if no run can be counted. */
  public Optional<Estimate> estimate() {
    if (estimate == null) {
      estimate = Estimate.of(byReplicate.values());
    }
    return estimate;
  }

  /**
   * Returns the mean, over the runs that ended well, of the best epoch's test accuracy less the
   * last one's; empty without such a run.
   */
  public Optional<Estimate> oracleGap() {
    if (oracleGap == null) {
      oracleGap =
          Estimate.of(
              runs.stream()
                  .filter(Run::ok)
                  .map(run -> run.record().accuracy())
                  .map(accuracy -> accuracy.best() - accuracy.last())
                  .toList());
    }
    return oracleGap;
  }

  /** Returns how much more this is than another, paired by seed; empty without a common one. */
  public Optional<Difference> minus(Scores other) {
    return differences.computeIfAbsent(
        other,
        key ->
            Pairs.joined(byReplicate, other.byReplicate)
                .map(pairs -> new Difference(pairs.difference(), Run.both(runs, other.runs))));
  }
}
