package org.noisemark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.noisemark.optim.Optimizers;
import org.noisemark.optim.PerturbingOptimizer;
import org.noisemark.optim.Sam;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.training.WatchedTraining;

/** How sharp each method's solution is, and whether that tells how well it does. */
final class SharpnessStudy implements Study {
  private static final Quantity EIGENVALUE =
      new Quantity("hessian_largest_eigenvalue", "nats", "Largest eigenvalue of the Hessian");
  private static final Quantity TRACE =
      new Quantity("hessian_trace", "nats", "Trace of the Hessian");
  private static final Quantity SAM =
      new Quantity("sam_sharpness", "nats", "Rise of the loss to SAM's point, rho 0.2");
  private static final Quantity ADAPTIVE =
      new Quantity("adaptive_sharpness", "nats", "Rise of the loss to ASAM's point, rho 2");
  private static final List<Quantity> MEASURES = List.of(EIGENVALUE, TRACE, SAM, ADAPTIVE);

  /** Training examples whose loss is looked at. */
  private static final int EXAMPLES = 2000;

  private static final int ITERATIONS = 20;
  private static final int PROBES = 10;

  @Override
  public String name() {
    return "sharpness";
  }

  @Override
  public String axis() {
    return "always 0";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.with(EIGENVALUE, TRACE, SAM, ADAPTIVE);
  }

  @Override
  public List<Suite> suites(Form form) {
    return List.of(Resources.suite("sharpness", form));
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    return new RunNumbers(run -> run.level().label(), RunNumbers::optimizer, run -> 0)
        .accuracies(runs);
  }

  @Override
  public List<Computation> computations(Form form, Lab lab) {
    return suites(form).stream()
        .flatMap(suite -> lab.cells(suite).stream())
        .map(cell -> new Computation("sharpness-" + cell.runId(), () -> measure(lab, cell)))
        .toList();
  }

  /** Trains the cell again, which on one machine gives the parameters of its run, and measures. */
  private static List<Measurement> measure(Lab lab, Cell cell)
      throws IOException, InterruptedException {
    var optimizer = Optimizers.named(cell.optimizer().name(), cell.optimizer().hyperparameters());
    try (var training = new WatchedTraining(cell, lab.data(cell), optimizer)) {
      training.all();
      var state = training.state();
      var curvature = new Curvature(state, training.first(EXAMPLES));
      PerturbingOptimizer sam = new Sam(0.2);
      PerturbingOptimizer asam = (PerturbingOptimizer) Optimizers.named("asam", Map.of("rho", 2.0));
      return List.of(
          of(cell, EIGENVALUE, curvature.largestEigenvalue(ITERATIONS, cell.seed())),
          of(cell, TRACE, curvature.trace(PROBES, cell.seed())),
          of(cell, SAM, curvature.rise(sam.perturbation(state))),
          of(cell, ADAPTIVE, curvature.rise(asam.perturbation(state))));
    }
  }

  private static Measurement of(Cell cell, Quantity quantity, double value) {
    return new Measurement(
        NoiseLevel.of(cell).label(),
        cell.optimizer().name(),
        0,
        quantity.name(),
        cell.seed(),
        value,
        cell.runId());
  }

  @Override
  public List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    for (Labels labels : Labels.values()) {
      String words = labels.word();
      String setting = labels.level();
      claims.add(
          new Claim(
              "sam-flatter-" + words,
              String.format(
                      Locale.ROOT,
                      "On %s labels the largest eigenvalue at SAM's solution is below that at SGD's (powers",
                      words)
                  + " of ten)",
              "decades",
              0,
              all ->
                  Measurements.difference(
                      logarithm(all.of(EIGENVALUE.name()).in(setting).series("sgd").bySeed()),
                      logarithm(all.of(EIGENVALUE.name()).in(setting).series("sam").bySeed()))));
    }
    for (var measure : MEASURES) {
      claims.add(
          new Claim(
              "tells-accuracy-" + measure.name().replace('_', '-'),
              String.format(
                      Locale.ROOT,
                      "The smaller the %s, the higher the test accuracy: rank correlation over the five",
                      lower(measure.description()))
                  + " methods, in the mean over clean and noisy labels",
              "correlation",
              0,
              all -> correlation(all, measure)));
    }
    return claims;
  }

  private static String lower(String description) {
    return description.substring(0, 1).toLowerCase(Locale.ROOT) + description.substring(1);
  }

  private static SortedMap<Long, Double> logarithm(SortedMap<Long, Double> values) {
    var logarithms = new TreeMap<Long, Double>();
    values.forEach(
        (seed, value) -> {
          if (value > 0) {
            logarithms.put(seed, Math.log10(value));
          }
        });
    return logarithms;
  }

  /** Spearman's, its sign turned, for each seed, in the mean over the settings. */
  private static SortedMap<Long, Double> correlation(Measurements all, Quantity measure) {
    var accuracies = all.of(Quantity.FINAL_ACCURACY.name());
    var sharpness = all.of(measure.name());
    var correlations = new ArrayList<Measurement>();
    for (String setting : sharpness.settings()) {
      for (long seed : sharpness.seeds()) {
        var pairs = new ArrayList<double[]>();
        for (var each : sharpness.in(setting).where(one -> one.seed() == seed).all()) {
          Double accuracy = accuracies.in(setting).series(each.series()).bySeed().get(seed);
          if (accuracy != null) {
            pairs.add(new double[] {-each.value(), accuracy});
          }
        }
        if (pairs.size() > 2) {
          correlations.add(new Measurement(setting, "", 0, measure.name(), seed, spearman(pairs)));
        }
      }
    }
    return new Measurements(correlations).bySeed();
  }

  /** Pearson's correlation of the ranks; equal values have the mean of their ranks. */
  static double spearman(List<double[]> pairs) {
    double[] x = ranks(pairs.stream().mapToDouble(pair -> pair[0]).toArray());
    double[] y = ranks(pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    double mean = (pairs.size() + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }

  private static double[] ranks(double[] values) {
    Integer[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(place -> values[place]))
            .toArray(Integer[]::new);
    var ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  @Override
  public List<Figure> figures() {
    var figures = new ArrayList<Figure>();
    for (var measure : MEASURES) {
      figures.add(new Figure(measure.description(), "", measure));
    }
    figures.add(new Figure("Accuracy", "", Quantity.FINAL_ACCURACY));
    return figures;
  }
}
