package org.noisemark.reports.results;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Pairs;

/**
 * A method's runs of one task with what each is counted at: the accuracy after the last epoch, or
 * chance for a failed run.
 *
 * @param byReplicate none for a run that cannot be counted
 */
public record Scores(List<Run> runs, SortedMap<Run.Replicate, Double> byReplicate) {
  public static Scores of(List<Run> runs) {
    var scores = new TreeMap<Run.Replicate, Double>();
    runs.forEach(
        run ->
            run.counted(Metric.TEST_ACCURACY_FINAL)
                .ifPresent(score -> scores.put(run.replicate(), score)));
    return new Scores(runs, scores);
  }

  /** Returns the mean; empty if no run can be counted. */
  public Optional<Estimate> estimate() {
    return Estimate.of(byReplicate.values());
  }

  /** Returns how much more this is than another, paired by seed; empty without a common one. */
  public Optional<Difference> minus(Scores other) {
    return Pairs.joined(byReplicate, other.byReplicate)
        .map(pairs -> new Difference(pairs.difference(), Run.both(runs, other.runs)));
  }
}
