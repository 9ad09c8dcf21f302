package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;

/** Whether what is counted is the same, to the last one: fewer is a finding as more is. */
final class CounterCheck {
  private CounterCheck() {}

  static List<Finding> of(List<CellPair> cells, GateRules rules) {
    var findings = new ArrayList<Finding>();
    for (CellPair cell : cells) {
      for (Metric counter : rules.counters()) {
        List<Pair> other =
            cell.pairs().stream()
                .filter(Pair::bothOk)
                .filter(p -> !count(p.baseline(), counter).equals(count(p.candidate(), counter)))
                .toList();
        if (!other.isEmpty()) {
          findings.add(
              Finding.of(
                  Check.COUNTERS,
                  Outcome.COST,
                  cell.label(),
                  "%s: %s is %s, was %s (seed %d%s)",
                  cell.label(),
                  counter.column(),
                  count(other.get(0).candidate(), counter).map(Object::toString).orElse("absent"),
                  count(other.get(0).baseline(), counter).map(Object::toString).orElse("absent"),
                  other.get(0).replicate().seed(),
                  other.size() == 1
                      ? ""
                      : String.format(Locale.ROOT, " and %d more", other.size() - 1)));
        }
      }
    }
    return findings;
  }

  private static Optional<Number> count(Run run, Metric counter) {
    return counter.of(run.record());
  }
}
