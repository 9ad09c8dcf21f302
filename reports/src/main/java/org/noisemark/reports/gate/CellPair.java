package org.noisemark.reports.gate;

import java.util.List;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Method;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.results.Run.Replicate;

/**
 * One method on one data set, noise, rate and network, on both sides.
 *
 * @param label for people, unique among the cells of a gate
 * @param candidate differs from the baseline's where hyper-parameters were changed
 * @param pairs of the replicates that both sides have, in their order
 */
record CellPair(
    String label, NoiseLevel level, Method baseline, Method candidate, List<Pair> pairs) {

  /** The same labels, initial parameters and batch order, trained by either side. */
  record Pair(Replicate replicate, Run baseline, Run candidate) {
    boolean bothOk() {
      return baseline.ok() && candidate.ok();
    }

    /** Whether the candidate ended with the very parameters of the baseline, bit for bit. */
    boolean identical() {
      String parameters = baseline.record().finalParametersSha256();
      return bothOk()
          && parameters != null
          && parameters.equals(candidate.record().finalParametersSha256())
          && baseline.record().accuracy().equals(candidate.record().accuracy());
    }
  }

  boolean identical() {
    return pairs.stream().allMatch(Pair::identical);
  }
}
