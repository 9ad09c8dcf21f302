package org.noisemark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Cost;
import org.noisemark.optim.Objectives;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Sam;
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
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.training.WatchedTraining;

/** The larger the batch that the perturbation is taken from, the worse. */
final class PerturbationBatchStudy implements Study {
  private static final Quantity SHARE =
      new Quantity(
          "full_gradient_share",
          "ratio",
          "Squared cosine between the perturbation and the gradient of the whole training set");
  private static final int[] TIMES = {1, 2, 4, 8, 16};

  /** Steps from one look to the next. */
  private static final int EVERY = 20;

  @Override
  public String name() {
    return "perturbation-batch";
  }

  @Override
  public String axis() {
    return "m, mini-batches that the perturbation is taken from; 0 for SGD, 16 is the whole set";
  }

  @Override
  public List<Quantity> quantities() {
    return RunNumbers.with(SHARE);
  }

  @Override
  public List<Suite> suites(Form form) {
    return List.of(Resources.suite("perturbation-batch", form));
  }

  @Override
  public List<Measurement> ofRuns(List<Run> runs) {
    return new RunNumbers(
            run -> run.level().label(),
            RunNumbers::optimizer,
            run -> RunNumbers.number(run, "times"))
        .accuracies(runs);
  }

  @Override
  public List<Computation> computations(Form form, Lab lab) {
    return suites(form).stream()
        .flatMap(suite -> lab.cells(suite).stream())
        .filter(PerturbationBatchStudy::isSam)
        .map(cell -> new Computation("share-" + cell.runId(), () -> shares(lab, cell)))
        .toList();
  }

  private static boolean isSam(Cell cell) {
    return RunNumbers.number(cell, "times") == 1;
  }

  private static List<Measurement> shares(Lab lab, Cell cell)
      throws IOException, InterruptedException {
    var look = new Look(new Sam(RunNumbers.number(cell, "rho")));
    try (var training = new WatchedTraining(cell, lab.data(cell), look)) {
      training.all();
    }
    var all = new ArrayList<Measurement>();
    String setting = NoiseLevel.of(cell).label();
    look.sums.forEach(
        (times, sum) ->
            all.add(
                new Measurement(
                    setting,
                    "sam-larger-batch",
                    times,
                    SHARE.name(),
                    cell.seed(),
                    sum / look.looks)));
    return all;
  }

  /** Trains with SAM, and sees on the way what larger batches would perturb along. */
  private static final class Look implements Optimizer {
    private final Optimizer sam;
    private final SortedMap<Integer, Double> sums = new TreeMap<>();
    private int looks;

    private Look(Optimizer sam) {
      this.sam = sam;
    }

    @Override
    public Step start(TrainingState training) {
      Step step = sam.start(training);
      Vector full = training.newVector();
      Vector g = training.newVector();
      return objectives -> {
        if (training.step() % EVERY == 0) {
          look(objectives, full, g);
        }
        return step.take(objectives);
      };
    }

    private void look(Objectives objectives, Vector full, Vector g) {
      objectives.trainingSet().lossAndGradient(full, Pass.PERTURBED);
      double norm = full.norm();
      for (int times : TIMES) {
        Loss unread = objectives.largerBatch(times).lossAndGradient(g, Pass.PERTURBED);
        unread.value();
        double cosine = g.dot(full) / (g.norm() * norm);
        sums.merge(times, cosine * cosine, Double::sum);
      }
      looks++;
    }

    @Override
    public Cost cost(long step, long totalSteps) {
      return Cost.atLeast(2);
    }
  }

  @Override
  public List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    for (Labels labels : Labels.values()) {
      String words = labels.word();
      String setting = labels.level();
      claims.add(
          new Claim(
              "larger-is-worse-" + words,
              String.format(
                  Locale.ROOT,
                  "On %s labels accuracy falls with each doubling of the perturbation's batch",
                  words),
              "ratio",
              0,
              all -> negative(slope(all.of(Quantity.FINAL_ACCURACY.name()), setting))));
    }
    claims.add(
        new Claim(
            "share-grows",
            "The share of the full gradient in the perturbation grows with each doubling",
            "ratio",
            0,
            all -> all.of(SHARE.name()).slopeBySeed(PerturbationBatchStudy::doublings)));
    return claims;
  }

  private static SortedMap<Long, Double> slope(Measurements all, String setting) {
    return all.in(setting)
        .where(each -> each.x() >= 1)
        .slopeBySeed(PerturbationBatchStudy::doublings);
  }

  private static double doublings(double times) {
    return Math.log(times) / Math.log(2);
  }

  private static SortedMap<Long, Double> negative(SortedMap<Long, Double> values) {
    var negative = new TreeMap<>(values);
    negative.replaceAll((seed, value) -> -value);
    return negative;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Accuracy over the perturbation's batch", "m, 0: SGD", Quantity.FINAL_ACCURACY),
        new Figure("What is memorised", "m, 0: SGD", RunNumbers.MEMORISED, Labels::areFlipped),
        new Figure("Share of the full gradient in the perturbation", "m", SHARE));
  }
}
