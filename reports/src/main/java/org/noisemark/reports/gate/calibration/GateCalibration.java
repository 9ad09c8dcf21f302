package org.noisemark.reports.gate.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.noisemark.reports.gate.Comparison;
import org.noisemark.reports.gate.Gate;
import org.noisemark.reports.gate.GateReport;
import org.noisemark.reports.gate.Outcome;
import org.noisemark.reports.gate.rules.GateRules;
import org.noisemark.reports.records.RunRecord;

/**
 * How often the gate is right, measured on real seeds: it is given two draws of runs of the same
 * methods, with a loss planted in every run of one cell, drawn anew each time, or in none. The
 * second draw is
 *
 * <ul>
 *   <li>of <b>other seeds</b>, paired at random: the differences have the full variance of two
 *       seeds. The hardest case; no change of the code alone makes it.
 *   <li>of the same seeds with <b>other rounding</b>: runs of those cells trained by another
 *       engine, for example. The case that a gate meets on another machine.
 * </ul>
 *
 * Draws from a few dozen seeds overlap, so that their shares are less sure than of as many
 * independent draws.
 */
public final class GateCalibration {
  private static final long SEED = 20261124;

  /**
   * Shares of draws, in 0–1.
   *
   * @param seeds a side
   * @param loss in final test accuracy that was planted in one cell; 0 in none
   * @param cellPass of the cell with the loss; of all cells if there is none; likewise the next two
   * @param gatePass of the whole gate; likewise the next two
   * @param gateRegressed too good to be true counts as well
   */
  public record Row(
      int seeds,
      double loss,
      double cellPass,
      double cellRegressed,
      double cellInconclusive,
      double gatePass,
      double gateRegressed,
      double gateInconclusive) {}

  /**
   * One cell's runs by training seed.
   *
   * @param label as gates name it
   */
  private record Runs(
      String label, Map<Long, RunRecord> baseline, Map<Long, RunRecord> candidate) {}

  private final List<Runs> cells;
  private final List<Long> seeds;
  private final boolean otherSeeds;
  private final GateRules rules;
  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);

  private GateCalibration(List<Runs> cells, boolean otherSeeds, GateRules rules) {
    this.cells = cells;
    this.otherSeeds = otherSeeds;
    this.rules = rules;
    var common = new TreeSet<>(cells.get(0).baseline.keySet());
    cells.forEach(cell -> common.retainAll(cell.baseline.keySet()));
    cells.forEach(cell -> common.retainAll(cell.candidate.keySet()));
    seeds = List.copyOf(common);
  }

  /** Of two draws of different seeds. */
  public static GateCalibration ofOtherSeeds(List<RunRecord> runs, GateRules rules) {
    return new GateCalibration(cells(byCell(runs), byCell(runs), rules), true, rules);
  }

  /**
   * Of the same seeds twice.
   *
   * @param others the same cells, otherwise rounded; their accuracies are all that is taken
   * @throws IllegalArgumentException if a cell is not on both sides
   */
  public static GateCalibration ofOtherRounding(
      List<RunRecord> runs, List<RunRecord> others, GateRules rules) {
    return new GateCalibration(cells(byCell(runs), byCell(others), rules), false, rules);
  }

  /** How many seeds every cell has, and how many cells there are. */
  public int seeds() {
    return seeds.size();
  }

  public int cells() {
    return cells.size();
  }

  /**
   * Draws and gates.
   *
   * @param count seeds a side
   * @throws IllegalArgumentException if there are not as many seeds
   */
  public Row row(int count, double loss, int draws) {
    int needed = otherSeeds ? 2 * count : count;
    if (count < 1 || needed > seeds.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d seeds a side need %d common to all cells, but there are %d",
              count,
              needed,
              seeds.size()));
    }
    var cell = new TreeMap<Outcome, Integer>();
    var gate = new TreeMap<Outcome, Integer>();
    for (int draw = 0; draw < draws; draw++) {
      int losing = random.nextInt(cells.size());
      GateReport report = draw(count, loss, losing);
      gate.merge(report.outcome(), 1, Integer::sum);
      for (Comparison comparison : report.quality()) {
        boolean counted =
            loss > 0
                ? comparison.cell().equals(cells.get(losing).label)
                : !comparison.cell().equals(Comparison.ALL);
        if (counted) {
          cell.merge(comparison.verdict(), 1, Integer::sum);
        }
      }
    }
    return new Row(
        count,
        loss,
        share(cell, Outcome.PASS),
        share(cell, Outcome.QUALITY),
        share(cell, Outcome.INCONCLUSIVE),
        share(gate, Outcome.PASS),
        share(gate, Outcome.QUALITY),
        share(gate, Outcome.INCONCLUSIVE));
  }

  private GateReport draw(int count, double loss, int losing) {
    int[] order = new PermutationSampler(random, seeds.size(), seeds.size()).sample();
    var baseline = new ArrayList<RunRecord>();
    var candidate = new ArrayList<RunRecord>();
    for (int c = 0; c < cells.size(); c++) {
      for (int i = 0; i < count; i++) {
        RunRecord ours = cells.get(c).baseline.get(seeds.get(order[i]));
        RunRecord theirs = cells.get(c).candidate.get(seeds.get(order[otherSeeds ? count + i : i]));
        double change = theirs.accuracy().last() - ours.accuracy().last();
        baseline.add(ours);
        candidate.add(Planted.accuracy(ours, change - (c == losing ? loss : 0)));
      }
    }
    return Gate.of(baseline, candidate, rules, false);
  }

  private static List<Runs> cells(
      Map<List<Object>, Map<Long, RunRecord>> baseline,
      Map<List<Object>, Map<Long, RunRecord>> candidate,
      GateRules rules) {
    var cells = new ArrayList<Runs>();
    baseline.forEach(
        (key, runs) -> {
          if (!candidate.containsKey(key)) {
            throw new IllegalArgumentException(key + " is on one side only");
          }
          var all = List.copyOf(runs.values());
          String label = Gate.of(all, all, rules, false).cells().get(0);
          cells.add(new Runs(label, runs, candidate.get(key)));
        });
    return cells;
  }

  /** Runs that ended well, without what tells one engine from another. */
  private static Map<List<Object>, Map<Long, RunRecord>> byCell(List<RunRecord> runs) {
    var cells = new LinkedHashMap<List<Object>, Map<Long, RunRecord>>();
    for (RunRecord run : runs) {
      var cell = run.cell();
      if (run.status() == RunRecord.Status.OK) {
        cells
            .computeIfAbsent(
                List.of(
                    cell.dataset(),
                    cell.noise().name(),
                    cell.noise().rate(),
                    cell.network(),
                    cell.optimizer().name()),
                key -> new TreeMap<>())
            .put(cell.seed(), run);
      }
    }
    return cells;
  }

  private static double share(Map<Outcome, Integer> counts, Outcome outcome) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.getOrDefault(outcome, 0) / (double) all;
  }
}
