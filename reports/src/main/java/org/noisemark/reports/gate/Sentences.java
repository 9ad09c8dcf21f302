package org.noisemark.reports.gate;

import java.util.Locale;
import java.util.OptionalDouble;
import org.noisemark.reports.gate.rules.GateRules;

/** What a comparison says, for people: accuracies in points, which are percent of the test set. */
final class Sentences {
  private Sentences() {}

  /** "loss of 1.32 points …". */
  static String quality(Comparison comparison, GateRules rules) {
    double change = comparison.test().mean();
    String measured =
        String.format(
            Locale.ROOT,
            "%s of %s points of %s over %s (at least %s with %s %% confidence), margin %s",
            change < 0 ? "loss" : "gain",
            points(Math.abs(change)),
            comparison.column(),
            seeds(comparison.seeds()),
            signedPoints(comparison.lowerBound()),
            percent(1 - rules.alpha()),
            points(comparison.test().margin()));
    return comparison.verdict() == Outcome.INCONCLUSIVE
        ? "inconclusive: " + measured + "; " + needed(comparison)
        : "regressed: " + measured;
  }

  /** "training takes 1.4 times as long …". */
  static String time(Comparison comparison) {
    String measured =
        String.format(
            Locale.ROOT,
            "training takes %s times as long over %s, limit %s",
            fixed(Math.exp(-comparison.test().mean()), 2),
            seeds(comparison.seeds()),
            fixed(Math.exp(comparison.test().margin()), 2));
    return comparison.verdict() == Outcome.INCONCLUSIVE
        ? "inconclusive: " + measured + "; " + needed(comparison)
        : comparison.verdict() == Outcome.PASS ? measured : "slower: " + measured;
  }

  static String points(double ratio) {
    return fixed(100 * ratio, 2);
  }

  static String signedPoints(OptionalDouble ratio) {
    return ratio.isEmpty() ? "-" : String.format(Locale.ROOT, "%+.2f", 100 * ratio.getAsDouble());
  }

  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** "95", "97.5". */
  static String percent(double ratio) {
    return fixed(100 * ratio, 1).replaceFirst("\\.0$", "");
  }

  private static String needed(Comparison comparison) {
    if (comparison.seeds() == 1) {
      return "one seed says nothing of the difference between seeds, at least 2 are needed";
    }
    return comparison.seedsToDecide().isPresent()
        ? String.format(
            Locale.ROOT, "%d seeds would decide it", comparison.seedsToDecide().getAsInt())
        : "it lies so close to the margin that no number of seeds would decide it";
  }

  private static String seeds(int count) {
    return count == 1 ? "1 seed" : count + " seeds";
  }
}
