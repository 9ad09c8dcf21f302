package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.Run;
import org.noisemark.reports.Run.Replicate;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.NonInferiority;

/** Whether the accuracy of any cell, or of all of them together, is lower by the margin. */
final class QualityCheck {
  private QualityCheck() {}

  static List<Comparison> of(List<CellPair> cells, GateRules rules, Collection<Finding> findings) {
    cells.forEach(cell -> cell.pairs().forEach(pair -> diverged(cell, pair, findings)));
    var family = new Family(rules.alpha(), Outcome.QUALITY);
    for (Quality quality : rules.margins().keySet()) {
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

  private static void add(Family family, Quality quality, CellPair cell, double margin) {
    if (cell.pairs().isEmpty()) {
      family.addAbsent();
      return;
    }
    double[] baseline =
        cell.pairs().stream().mapToDouble(p -> value(p.baseline(), quality)).toArray();
    double[] candidate =
        cell.pairs().stream().mapToDouble(p -> value(p.candidate(), quality)).toArray();
    double[] differences = new double[baseline.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = candidate[i] - baseline[i];
    }
    family.add(
        cell.label(),
        quality.column(),
        Estimate.mean(baseline),
        Estimate.mean(candidate),
        NonInferiority.of(differences, margin),
        cell.identical());
  }

  /** The mean over cells of each replicate that all of them have. */
  private static void addAll(
      Family family, Quality quality, List<CellPair> cells, GateRules rules) {
    SortedMap<Replicate, double[]> sums = new TreeMap<>(); // baseline, candidate, cells
    for (CellPair cell : cells) {
      for (Pair pair : cell.pairs()) {
        double[] sum = sums.computeIfAbsent(pair.replicate(), replicate -> new double[3]);
        sum[0] += value(pair.baseline(), quality);
        sum[1] += value(pair.candidate(), quality);
        sum[2]++;
      }
    }
    sums.values().removeIf(sum -> sum[2] < cells.size());
    if (sums.isEmpty()) {
      family.addAbsent();
      return;
    }
    var means = new ArrayList<>(sums.values());
    double count = cells.size();
    family.add(
        Comparison.ALL,
        quality.column(),
        means.stream().mapToDouble(sum -> sum[0] / count).average().getAsDouble(),
        means.stream().mapToDouble(sum -> sum[1] / count).average().getAsDouble(),
        NonInferiority.of(
            means.stream().mapToDouble(sum -> (sum[1] - sum[0]) / count).toArray(),
            cells.stream()
                .mapToDouble(c -> rules.margin(quality, c.level()))
                .average()
                .getAsDouble()),
        cells.stream().allMatch(CellPair::identical));
  }

  /** As it is counted: chance where it diverged, 0 where chance is not known. */
  private static double value(Run run, Quality quality) {
    return run.counted(quality.value()).orElse(0);
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
