package org.noisemark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Cost;
import org.noisemark.optim.FSam;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Perturbation;
import org.noisemark.optim.PerturbingOptimizer;
import org.noisemark.optim.Step;
import org.noisemark.optim.TrainingState;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.results.Run;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.study.theory.FSamTheory;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.training.WatchedTraining;

/** F-SAM's moving average: how near it is to the full gradient, and which decay serves best. */
final class EmaStudy implements Study {
  private static final Quantity COSINE =
      new Quantity("cosine_with_full_gradient", "cosine", "Cosine with the full gradient");
  private static final Quantity NORM =
      new Quantity(
          "norm_vs_full_gradient", "multiple", "Norm as a multiple of the full gradient's");
  private static final List<Double> WATCHED = List.of(0.6, 0.9, 0.99);

  /** Steps from one look at the full gradient to the next. */
  private static final int EVERY = 50;

  private static final double SMALL = 0;
  private static final double MIDDLE = 0.9;
  private static final double LARGE = 0.999;
  private static final String SIGMA_1 = "fsam, sigma 1";

  @Override
  public String name() {
    return "ema";
  }

  @Override
  public String axis() {
    return "lambda, the decay of the moving average; steps where a rate of convergence is measured";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.with(COSINE, NORM, FSamTheory.ORDERS, FSamTheory.SQUARED_NORM);
  }

  @Override
  public List<Suite> suites(Form form) {
    return List.of(Resources.suite("ema", form));
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    return new RunNumbers(
            run -> run.level().label(), EmaStudy::series, run -> RunNumbers.number(run, "lambda"))
        .accuracies(runs);
  }

  private static String series(Run run) {
    String optimizer = RunNumbers.optimizer(run);
    return optimizer.startsWith("fsam")
        ? optimizer + ", sigma " + Math.round(10 * RunNumbers.number(run, "sigma")) / 10.0
        : optimizer;
  }

  @Override
  public List<Computation> computations(Form form, Lab lab) {
    var all = new ArrayList<Computation>();
    suites(form).stream()
        .flatMap(suite -> lab.cells(suite).stream())
        .filter(EmaStudy::isWatched)
        .forEach(
            cell -> all.add(new Computation("average-" + cell.runId(), () -> average(lab, cell))));
    for (long seed = 1; seed <= (form == Form.SMALL ? 2 : 5); seed++) {
      long own = seed;
      all.add(new Computation("orders-" + own, () -> FSamTheory.orders(own)));
      int steps = form == Form.SMALL ? 1000 : 100_000;
      all.add(new Computation("convergence-" + own, () -> FSamTheory.convergence(own, steps)));
    }
    return all;
  }

  private static boolean isWatched(Cell cell) {
    return cell.optimizer().name().equals("fsam")
        && WATCHED.contains(RunNumbers.number(cell, "lambda"))
        && RunNumbers.number(cell, "sigma") == 1;
  }

  private static List<Measurement> average(Lab lab, Cell cell)
      throws IOException, InterruptedException {
    double lambda = RunNumbers.number(cell, "lambda");
    var look =
        new Look(
            new FSam(
                RunNumbers.number(cell, "rho"),
                lambda,
                RunNumbers.number(cell, "sigma"),
                FSam.Order.AUTHORS));
    try (var training = new WatchedTraining(cell, lab.data(cell), look)) {
      training.all();
    }
    String setting = NoiseLevel.of(cell).label();
    var all = new ArrayList<Measurement>();
    for (boolean average : new boolean[] {true, false}) {
      String series = average ? "moving average" : "mini-batch";
      double[] sums = average ? look.average : look.batch;
      all.add(
          new Measurement(
              setting, series, lambda, COSINE.name(), cell.seed(), sums[0] / look.looks));
      all.add(
          new Measurement(setting, series, lambda, NORM.name(), cell.seed(), sums[1] / look.looks));
    }
    return all;
  }

  /** Trains with F-SAM, and holds its average and each mini-batch beside the full gradient. */
  private static final class Look implements Optimizer {
    private final FSam fsam;
    private final double[] average = new double[2];
    private final double[] batch = new double[2];
    private int looks;

    private Look(FSam fsam) {
      this.fsam = fsam;
    }

    @Override
    public Step start(TrainingState training) {
      var perturbation = fsam.perturbation(training);
      Step step = ((PerturbingOptimizer) any -> (Perturbation) perturbation).start(training);
      Vector full = training.newVector();
      Vector g = training.newVector();
      long every = Math.max(1, Math.min(EVERY, training.totalSteps() / 4));
      return objectives -> {
        boolean due = training.step() % every == every - 1;
        if (due) {
          objectives.trainingSet().lossAndGradient(full, Pass.PERTURBED);
          see(objectives, g, full);
        }
        var loss = step.take(objectives);
        if (due) {
          compare(perturbation.average(), full, average);
          looks++;
        }
        return loss;
      };
    }

    private void see(Objectives objectives, Vector g, Vector full) {
      objectives.batch().lossAndGradient(g, Pass.PERTURBED);
      compare(g, full, batch);
    }

    private static void compare(Vector own, Vector full, double[] sums) {
      double norm = own.norm();
      double fullNorm = full.norm();
      sums[0] += own.dot(full) / (norm * fullNorm);
      sums[1] += norm / fullNorm;
    }

    @Override
    public Cost cost(long step, long totalSteps) {
      return Cost.atLeast(2);
    }
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "approximates-full-gradient",
            "At lambda 0.9 the moving average is nearer to the full gradient than a mini-batch is"
                + " (difference of the cosines)",
            "cosine",
            0,
            all ->
                Measurements.difference(cosine(all, "moving average"), cosine(all, "mini-batch"))),
        new Claim(
            "too-small-hurts",
            "Lambda 0.9 is above lambda 0",
            "ratio",
            0,
            all -> Measurements.difference(accuracy(all, MIDDLE), accuracy(all, SMALL))),
        new Claim(
            "too-large-hurts",
            "Lambda 0.9 is above lambda 0.999",
            "ratio",
            0,
            all -> Measurements.difference(accuracy(all, MIDDLE), accuracy(all, LARGE))),
        FSamTheory.ordersAgree(),
        FSamTheory.convergesAsFast());
  }

  private static SortedMap<Long, Double> cosine(Measurements all, String series) {
    return all.of(COSINE.name()).series(series).at(MIDDLE).bySeed();
  }

  private static SortedMap<Long, Double> accuracy(Measurements all, double lambda) {
    return all.of(Quantity.FINAL_ACCURACY.name())
        .where(each -> each.series().startsWith(SIGMA_1))
        .at(lambda)
        .bySeed();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Accuracy over the decay", "lambda", Quantity.FINAL_ACCURACY),
        new Figure("Nearness to the full gradient", "lambda", COSINE),
        new Figure("Norm beside the full gradient's", "lambda", NORM),
        new Figure(
            "Mean squared gradient norm on a smooth function", "steps", FSamTheory.SQUARED_NORM));
  }
}
