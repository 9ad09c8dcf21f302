package org.noisemark.reports.gate;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.gate.rules.GateRules;

/**
 * Whether accuracies are too good to be true: what test images among the training images, or labels
 * that were never noised, look like. An alarm accuses nobody, it asks for a look; so a gain is not
 * corrected for the number of cells.
 */
final class AlarmCheck {
  private AlarmCheck() {}

  /**
   * @param comparisons of quality, of the same cells
   */
  static List<Finding> of(List<CellPair> cells, List<Comparison> comparisons, GateRules rules) {
    var findings = new ArrayList<Finding>();
    for (Comparison comparison : comparisons) {
      double gain = comparison.test().mean();
      if (gain > rules.gainAlarm() && comparison.lowerBound().orElse(gain) > 0) {
        findings.add(
            alarm(
                comparison.cell(),
                "%s: %s points better than the baseline in %s, more than %s are too good to be true:"
                    + " do test images or clean labels leak?",
                comparison.cell(),
                Sentences.points(gain),
                comparison.column(),
                Sentences.points(rules.gainAlarm())));
      }
    }
    for (CellPair cell : cells) {
      Map<String, Double> above =
          cell.pairs().stream()
              .filter(pair -> accuracy(pair) > rules.accuracyCeiling())
              .collect(
                  toMap(
                      pair -> "seed " + pair.replicate().seed(), AlarmCheck::accuracy, Math::max));
      above.forEach(
          (seed, accuracy) ->
              findings.add(
                  alarm(
                      cell.label(),
                      "%s: %s reached an accuracy of %s %%, above the ceiling of %s %%",
                      cell.label(),
                      seed,
                      Sentences.points(accuracy),
                      Sentences.points(rules.accuracyCeiling()))));
    }
    return findings;
  }

  private static double accuracy(Pair pair) {
    return pair.candidate().ok() ? pair.candidate().record().accuracy().last() : 0;
  }

  private static Finding alarm(String cell, String message, Object... values) {
    return Finding.of(Check.ALARM, Outcome.QUALITY, cell, message, values);
  }
}
