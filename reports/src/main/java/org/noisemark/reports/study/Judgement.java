package org.noisemark.reports.study;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * What a claim's effect was.
 *
 * @param effect over seeds; empty if no seed has one
 */
public record Judgement(Claim claim, Outcome outcome, Optional<Estimate> effect) {
  static Judgement of(Claim claim, Collection<Double> effects) {
    Optional<Estimate> effect = Estimate.of(effects);
    Outcome outcome =
        effect
            .flatMap(Estimate::interval)
            .map(interval -> outcome(interval, claim.threshold()))
            .orElse(Outcome.UNDECIDED);
    return new Judgement(claim, outcome, effect);
  }

  private static Outcome outcome(Interval interval, double threshold) {
    if (interval.low() > threshold) {
      return Outcome.CONFIRMED;
    }
    return interval.high() < threshold ? Outcome.NOT_CONFIRMED : Outcome.UNDECIDED;
  }

  /** "confirmed: … +1.20 points [0.80, 1.60], 5 seeds". */
  public String line() {
    return String.format(
        Locale.ROOT, "%s: %s (%s)", outcome.label(), claim.statement(), effectText());
  }

  /** "1.20 points [0.80, 1.60], 5 seeds". */
  String effectText() {
    if (effect.isEmpty()) {
      return "no seed has it";
    }
    return String.format(
        Locale.ROOT,
        "%s %s%s, %d seeds",
        Quantity.shown(effect.get().mean(), claim.unit()),
        Quantity.shownUnit(claim.unit()),
        effect.get().interval().map(bounds -> " " + bounds(bounds)).orElse(""),
        effect.get().n());
  }

  private String bounds(Interval bounds) {
    return String.format(
        Locale.ROOT,
        "[%s, %s]",
        Quantity.shown(bounds.low(), claim.unit()),
        Quantity.shown(bounds.high(), claim.unit()));
  }
}
