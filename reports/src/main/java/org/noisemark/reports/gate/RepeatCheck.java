package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.results.Metric;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.statistics.Estimate;
import org.noisemark.reports.statistics.Interval;

/**
 * What a gate could have seen: how far the same program trained twice is from itself, and how far a
 * mean must be off to stand out from the seeds. Notes alone, but where nothing was trained twice.
 */
final class RepeatCheck {
  private RepeatCheck() {}

  /**
   * @param again runs that the program of the baseline trained once more in between
   */
  static List<Finding> of(List<Run> baseline, List<Run> again, List<Comparison> quality) {
    var findings = new ArrayList<Finding>();
    List<Pair> pairs = pairs(baseline, again);
    if (pairs.isEmpty()) {
      findings.add(
          Finding.of(
              Check.INPUT,
              Outcome.INVALID,
              "",
              "no run that the base trained twice ended well both times, so that noise is not"
                  + " measured"));
    } else {
      findings.add(note(Check.QUALITY, "", "the base trained twice (A/A): " + accuracy(pairs)));
      findings.add(
          note(Check.TIME, Comparison.ALL, "the base trained twice (A/A): " + time(pairs)));
    }
    if (!quality.isEmpty()) {
      findings.add(note(Check.QUALITY, "", "could have seen: " + visible(quality)));
    }
    return findings;
  }

  private static Finding note(Check check, String cell, String message) {
    return Finding.of(check, Outcome.PASS, cell, "%s", message);
  }

  private static List<Pair> pairs(List<Run> baseline, List<Run> again) {
    Map<String, Run> first =
        baseline.stream()
            .collect(
                Collectors.toMap(
                    run -> run.record().runId(), run -> run, (a, b) -> a, HashMap::new));
    return again.stream()
        .filter(run -> first.containsKey(run.record().runId()))
        .map(run -> new Pair(run.replicate(), first.get(run.record().runId()), run))
        .filter(Pair::bothOk)
        .toList();
  }

  private static String accuracy(List<Pair> pairs) {
    long same = pairs.stream().filter(Pair::identical).count();
    double furthest =
        pairs.stream()
            .mapToDouble(pair -> Math.abs(accuracy(pair.candidate()) - accuracy(pair.baseline())))
            .max()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%d of %d runs end with the same parameters, bit for bit%s",
        same,
        pairs.size(),
        same == pairs.size()
            ? "; accuracy has no noise but that of seeds"
            : String.format(
                Locale.ROOT, "; accuracies differ by up to %s points", Sentences.points(furthest)));
  }

  private static double accuracy(Run run) {
    return Metric.TEST_ACCURACY_FINAL.measured(run).doubleValue();
  }

  /** The farther end of the interval is what no time can be told from. */
  private static String time(List<Pair> pairs) {
    Estimate ratio =
        Estimate.of(
            pairs.stream()
                .mapToDouble(pair -> Math.log(seconds(pair.candidate()) / seconds(pair.baseline())))
                .toArray());
    String mean = Sentences.fixed(Math.exp(ratio.mean()), 3);
    if (ratio.interval().isEmpty()) {
      return String.format(
          Locale.ROOT, "training takes %s times as long; one run says nothing of noise", mean);
    }
    Interval bounds = ratio.interval().get();
    double blur = Math.max(Math.abs(bounds.low()), Math.abs(bounds.high()));
    return String.format(
        Locale.ROOT,
        "training takes %s [%s, %s] times as long, so that less than %s %% cannot be told from none",
        mean,
        Sentences.fixed(Math.exp(bounds.low()), 3),
        Sentences.fixed(Math.exp(bounds.high()), 3),
        Sentences.fixed(100 * (Math.exp(blur) - 1), 1));
  }

  private static double seconds(Run run) {
    return run.record().cost().trainSeconds();
  }

  private static String visible(List<Comparison> quality) {
    List<Comparison> cells =
        quality.stream().filter(each -> !each.cell().equals(Comparison.ALL)).toList();
    double[] halves =
        cells.stream()
            .map(RepeatCheck::half)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    if (halves.length == 0) {
      return "nothing, for one seed says nothing of the difference between seeds";
    }
    double widest = Arrays.stream(halves).max().getAsDouble();
    return widest == 0
        ? "any change of accuracy, for all differences are the same over seeds"
        : String.format(
                Locale.ROOT,
                "a loss of %s points in the median cell, of %s in the one that varies most (half-width of",
                Sentences.points(Median.withDefaults().evaluate(halves)),
                Sentences.points(widest))
            + String.format(Locale.ROOT, " the bound, over %d seeds)", cells.get(0).seeds());
  }

  private static OptionalDouble half(Comparison comparison) {
    return comparison.lowerBound().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(comparison.test().mean() - comparison.lowerBound().getAsDouble());
  }
}
