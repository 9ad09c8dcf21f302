package org.noisemark.reports.gate;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.Json;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.NonInferiority;

/**
 * Whether training takes longer by the limit: the tests of {@link Family} on the logarithm of the
 * paired ratios, whose mean is the geometric mean of the ratios. For information unless times are
 * to be compared, and then only on one machine and with one software: everything of the environment
 * has to be the same.
 */
final class TimeCheck {
  private TimeCheck() {}

  /**
   * @param compared whether a longer time is a finding, or only told
   */
  static List<Comparison> of(
      List<CellPair> cells, GateRules rules, boolean compared, Collection<Finding> findings) {
    boolean same = environments(cells, compared, findings);
    var family = new Family(rules.alpha(), Outcome.COST);
    for (CellPair cell : cells) {
      List<Pair> pairs = cell.pairs().stream().filter(TimeCheck::timed).toList();
      if (pairs.isEmpty()) {
        family.addAbsent();
      } else {
        family.add(
            cell.label(),
            Metric.TRAIN_TIME.column(),
            mean(pairs, Pair::baseline),
            mean(pairs, Pair::candidate),
            NonInferiority.of(
                pairs.stream().mapToDouble(TimeCheck::gain).toArray(), Math.log(rules.timeRatio())),
            false);
      }
    }
    List<Comparison> comparisons = family.judged();
    for (Comparison comparison : comparisons) {
      if (compared && same && comparison.verdict() != Outcome.PASS) {
        findings.add(
            Finding.of(
                Check.TIME,
                comparison.verdict(),
                comparison.cell(),
                "%s: %s",
                comparison.cell(),
                Sentences.time(comparison)));
      }
    }
    return comparisons;
  }

  private static boolean environments(
      List<CellPair> cells, boolean compared, Collection<Finding> findings) {
    List<Run> ours = cells.stream().flatMap(c -> c.pairs().stream()).map(Pair::baseline).toList();
    List<Run> theirs =
        cells.stream().flatMap(c -> c.pairs().stream()).map(Pair::candidate).toList();
    if (ours.isEmpty()) {
      return true;
    }
    boolean same = true;
    for (String name : Json.fields(ours.get(0).record().environment()).keySet()) {
      Function<RunRecord, String> value = r -> Json.fields(r.environment()).get(name).toString();
      String before = Side.distinct(ours, value);
      String after = Side.distinct(theirs, value);
      if (!before.equals(after)) {
        same = false;
        findings.add(
            Finding.of(
                Check.TIME,
                compared ? Outcome.INCOMPARABLE : Outcome.PASS,
                "",
                "times are of another environment: %s was %s, is %s",
                name,
                before,
                after));
      }
    }
    return same;
  }

  private static boolean timed(Pair pair) {
    return pair.bothOk() && seconds(pair.baseline()) > 0 && seconds(pair.candidate()) > 0;
  }

  private static double gain(Pair pair) {
    return -Math.log(seconds(pair.candidate()) / seconds(pair.baseline()));
  }

  private static double mean(List<Pair> pairs, Function<Pair, Run> side) {
    return Estimate.mean(pairs.stream().mapToDouble(pair -> seconds(side.apply(pair))).toArray());
  }

  private static double seconds(Run run) {
    return run.record().cost().trainSeconds();
  }
}
