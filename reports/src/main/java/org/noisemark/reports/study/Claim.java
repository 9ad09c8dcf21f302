package org.noisemark.reports.study;

import java.util.SortedMap;
import java.util.function.Function;

/**
 * A statement that a study can refute: that an effect is above a threshold, in the mean over seeds.
 *
 * @param name lower-case letters, digits and hyphens, unique in a study
 * @param statement in words, complete with the threshold
 * @param unit of the effect; "ratio" is shown in percentage points
 * @param threshold in that unit, fixed before the study is run
 * @param effect one number a seed
 */
public record Claim(
    String name,
    String statement,
    String unit,
    double threshold,
    Function<Measurements, SortedMap<Long, Double>> effect) {

  /**
   * @throws IllegalArgumentException if its effect has no unit
   */
  public Claim {
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(name + " has no unit");
    }
  }

  /** Says what the measurements say of it. */
  public Judgement judge(Measurements measurements) {
    return Judgement.of(this, effect.apply(measurements).values());
  }
}
