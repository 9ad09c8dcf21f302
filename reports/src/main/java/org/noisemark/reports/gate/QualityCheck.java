package org.noisemark.reports.gate;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.NonInferiority;

/** Whether the accuracy of any cell, or of all of them together, is lower by the margin. */
final class QualityCheck {
  private QualityCheck() {}

  static List<Comparison> of(List<CellPair> cells, GateRules rules, Collection<Finding> findings) {
    cells.forEach(cell -> cell.pairs().forEach(pair -> diverged(cell, pair, findings)));
    var family = new Family(rules.alpha(), Outcome.QUALITY);
    for (Metric quality : rules.margins().keySet()) {
      for (CellPair cell : cells) {
        add(family, quality, cell, rules.margin(quality, cell.level()));
      }
      if (cells.size() > 1) {
        addAll(family, quality, cells, rules);
      }
    }
    List<Comparison> comparisons = family.judged();
    comparisons.forEach(comparison -> finding(comparison, rules, findings));
    return comparisons;
  }

  private static void diverged(CellPair cell, Pair pair, Collection<Finding> findings) {
    if (pair.baseline().ok() && !pair.candidate().ok()) {
      findings.add(
          Finding.of(
              Check.QUALITY,
              Outcome.QUALITY,
              cell.label(),
              "%s: seed %d diverged, which it did not in the baseline: %s",
              cell.label(),
              pair.replicate().seed(),
              pair.candidate().record().statusDetail()));
    } else if (!pair.baseline().ok()) {
      findings.add(
          Finding.of(
              Check.QUALITY,
              Outcome.PASS,
              cell.label(),
              "%s: seed %d diverged in the baseline, where it counts as chance",
              cell.label(),
              pair.replicate().seed()));
    }
  }

  private static void add(Family family, Metric quality, CellPair cell, double margin) {
    if (cell.pairs().isEmpty()) {
      family.addAbsent();
      return;
    }
    double[] baseline =
        cell.pairs().stream().mapToDouble(p -> value(p.baseline(), quality)).toArray();
    double[] candidate =
        cell.pairs().stream().mapToDouble(p -> value(p.candidate(), quality)).toArray();
    family.add(
        cell.label(),
        quality.column(),
        Estimate.mean(baseline),
        Estimate.mean(candidate),
        NonInferiority.of(differences(baseline, candidate), margin),
        cell.identical());
  }

  /** The mean over cells of each training seed that all of them have. */
  private static void addAll(Family family, Metric quality, List<CellPair> cells, GateRules rules) {
    List<Map<Long, Double>> baseline = bySeed(cells, quality, Pair::baseline);
    List<Map<Long, Double>> candidate = bySeed(cells, quality, Pair::candidate);
    List<Long> seeds =
        baseline.get(0).keySet().stream()
            .filter(seed -> baseline.stream().allMatch(cell -> cell.containsKey(seed)))
            .toList();
    if (seeds.isEmpty()) {
      family.addAbsent();
      return;
    }
    double[] ours = seeds.stream().mapToDouble(seed -> mean(baseline, seed)).toArray();
    double[] theirs = seeds.stream().mapToDouble(seed -> mean(candidate, seed)).toArray();
    family.add(
        Comparison.ALL,
        quality.column(),
        Estimate.mean(ours),
        Estimate.mean(theirs),
        NonInferiority.of(
            differences(ours, theirs),
            cells.stream()
                .mapToDouble(cell -> rules.margin(quality, cell.level()))
                .average()
                .orElseThrow()),
        cells.stream().allMatch(CellPair::identical));
  }

  /** One map a cell: from the training seed to the mean over its noise seeds. */
  private static List<Map<Long, Double>> bySeed(
      List<CellPair> cells, Metric quality, Function<Pair, Run> side) {
    return cells.stream()
        .map(
            cell ->
                cell.pairs().stream()
                    .collect(
                        groupingBy(
                            pair -> pair.replicate().seed(),
                            TreeMap::new,
                            averagingDouble((Pair pair) -> value(side.apply(pair), quality)))))
        .<Map<Long, Double>>map(map -> map)
        .toList();
  }

  private static double mean(List<Map<Long, Double>> cells, long seed) {
    return cells.stream().mapToDouble(cell -> cell.get(seed)).average().orElseThrow();
  }

  private static double[] differences(double[] baseline, double[] candidate) {
    return IntStream.range(0, baseline.length)
        .mapToDouble(i -> candidate[i] - baseline[i])
        .toArray();
  }

  /** As it is counted: chance where it diverged, 0 where chance is not known. */
  private static double value(Run run, Metric quality) {
    return run.counted(quality).orElse(0);
  }

  private static void finding(
      Comparison comparison, GateRules rules, Collection<Finding> findings) {
    if (comparison.verdict() != Outcome.PASS) {
      findings.add(
          Finding.of(
              Check.QUALITY,
              comparison.verdict(),
              comparison.cell(),
              "%s: %s",
              comparison.cell(),
              Sentences.quality(comparison, rules)));
    }
  }
}
