package org.noisemark.reports.study;

import java.util.Collection;

/** What becomes of a claim. */
public enum Outcome {
  /** The 95 % interval of the effect lies above the threshold. */
  CONFIRMED("confirmed"),
  /** It lies below. */
  NOT_CONFIRMED("not confirmed"),
  /** It holds the threshold, or there is none. */
  UNDECIDED("undecided");

  /** Says in words how it comes about. */
  static final String RULE =
      "A claim is confirmed if the 95 % interval of its effect lies above the threshold, not"
          + " confirmed if it lies below, undecided otherwise.";

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Of several claims together: confirmed if all are, not confirmed if one is not. */
  public static Outcome of(Collection<Judgement> judgements) {
    if (judgements.stream().anyMatch(each -> each.outcome() == NOT_CONFIRMED)) {
      return NOT_CONFIRMED;
    }
    return judgements.stream().allMatch(each -> each.outcome() == CONFIRMED)
        ? CONFIRMED
        : UNDECIDED;
  }
}
