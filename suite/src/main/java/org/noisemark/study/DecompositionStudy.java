package org.noisemark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;

/** What of SAM's perturbation helps: the full-gradient component or the gradient noise. */
final class DecompositionStudy implements Study {
  @Override
  public String name() {
    return "decomposition";
  }

  @Override
  public String axis() {
    return "rho, the radius of the perturbation; 0 for SGD";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.ACCURACIES;
  }

  @Override
  public List<Suite> suites(Form form) {
    return List.of(Resources.suite("decomposition", form));
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    return new RunNumbers(
            RunNumbers::task, RunNumbers::optimizer, run -> RunNumbers.number(run, "rho"))
        .accuracies(runs);
  }

  @Override
  public List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    for (Labels labels : Labels.values()) {
      String words = labels.word();
      claims.add(
          new Claim(
              "noise-above-full-" + words,
              String.format(
                      Locale.ROOT,
                      "On %s labels SAM along the gradient noise alone is above SAM along the full-gradient",
                      words)
                  + " component alone",
              "ratio",
              0,
              all -> difference(all, labels, "sam-noise", "sam-full")));
      claims.add(
          new Claim(
              "noise-above-sam-" + words,
              String.format(
                  Locale.ROOT,
                  "On %s labels SAM along the gradient noise alone is above SAM",
                  words),
              "ratio",
              0,
              all -> difference(all, labels, "sam-noise", "sam")));
      claims.add(
          new Claim(
              "sam-above-full-" + words,
              String.format(
                  Locale.ROOT,
                  "On %s labels SAM is above SAM along the full-gradient component alone",
                  words),
              "ratio",
              0,
              all -> difference(all, labels, "sam", "sam-full")));
    }
    return claims;
  }

  /** In the mean over radii and networks. */
  private static SortedMap<Long, Double> difference(
      Measurements all, Labels labels, String better, String worse) {
    var own =
        all.of(Quantity.FINAL_ACCURACY.name())
            .where(each -> each.setting().startsWith(labels.level()));
    return Measurements.difference(own.series(better).bySeed(), own.series(worse).bySeed());
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Accuracy over the radius", "rho, 0: SGD", Quantity.FINAL_ACCURACY),
        new Figure("What is memorised", "rho, 0: SGD", RunNumbers.MEMORISED, Labels::areFlipped));
  }
}
