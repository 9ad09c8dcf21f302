package org.noisemark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;

/** F-SAM tolerates a too large radius better than SAM. */
final class RadiusStudy implements Study {
  /** How far below its own best a method may be to count as near it. */
  private static final double NEAR = 0.01;

  private static final double LARGE = 1;

  @Override
  public String name() {
    return "radius";
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
    return List.of(Resources.suite("radius", form));
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    return new RunNumbers(
            run -> run.level().label(), RunNumbers::optimizer, run -> RunNumbers.number(run, "rho"))
        .accuracies(runs);
  }

  @Override
  public List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    for (Labels labels : Labels.values()) {
      String words = labels.word();
      String setting = labels.level();
      claims.add(
          new Claim(
              "wider-range-" + words,
              String.format(
                      Locale.ROOT,
                      "On %s labels the radii within 1 point of a method's best span more decades for F-SAM",
                      words)
                  + " than for SAM",
              "decades",
              0,
              all ->
                  Measurements.difference(
                      width(all, setting, "fsam"), width(all, setting, "sam"))));
      claims.add(
          new Claim(
              "large-radius-" + words,
              String.format(
                  Locale.ROOT, "On %s labels F-SAM is above SAM at rho of 1 and 2", words),
              "ratio",
              0,
              all ->
                  Measurements.difference(
                      large(all, setting, "fsam"), large(all, setting, "sam"))));
    }
    return claims;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Accuracy over the radius", "rho, 0: SGD", Quantity.FINAL_ACCURACY),
        new Figure("What is memorised", "rho, 0: SGD", RunNumbers.MEMORISED, Labels::areFlipped));
  }

  private static SortedMap<Long, Double> large(Measurements all, String setting, String method) {
    return curve(all, setting, method).where(each -> each.x() >= LARGE).bySeed();
  }

  private static Measurements curve(Measurements all, String setting, String method) {
    return all.of(Quantity.FINAL_ACCURACY.name()).in(setting).series(method);
  }

  /** Returns for each seed the decades of radii around the best that stay near it. */
  private static SortedMap<Long, Double> width(Measurements all, String setting, String method) {
    var curve = curve(all, setting, method);
    var widths = new TreeMap<Long, Double>();
    for (long seed : curve.seeds()) {
      var own = curve.where(each -> each.seed() == seed).all();
      widths.put(
          seed,
          width(
              own.stream().mapToDouble(each -> Math.log10(each.x())).toArray(),
              own.stream().mapToDouble(Measurement::value).toArray()));
    }
    return widths;
  }

  /**
   * Returns how far from the largest value of a curve one can go to both sides before it falls
   * {@value #NEAR} below, straight lines between its points; at most to its ends.
   *
   * @param x ascending
   */
  static double width(double[] x, double[] y) {
    int best = 0;
    for (int i = 1; i < y.length; i++) {
      best = y[i] > y[best] ? i : best;
    }
    double level = y[best] - NEAR;
    return Math.abs(end(x, y, best, 1, level) - end(x, y, best, -1, level));
  }

  private static double end(double[] x, double[] y, int best, int direction, double level) {
    int i = best;
    while (i + direction >= 0 && i + direction < x.length) {
      int next = i + direction;
      if (y[next] < level) {
        return x[i] + (x[next] - x[i]) * (y[i] - level) / (y[i] - y[next]);
      }
      i = next;
    }
    return x[i];
  }
}
