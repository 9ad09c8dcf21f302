package org.noisemark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Objective;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Sam;
import org.noisemark.optim.Sgd;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.Cell.Training;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.study.theory.QuadraticEscape;
import org.noisemark.study.theory.TwoBowls;
import org.noisemark.suite.training.WatchedTraining;

/** SAM leaves a sharp minimum faster than SGD, and faster with a larger radius. */
final class EscapeStudy implements Study {
  private static final Quantity NETWORK_GROWTH =
      new Quantity(
          "training_loss_growth",
          "nats",
          "Training loss above that of the minimum, mean over the steps that follow");
  private static final String NETWORK = "mlp from a minimum of large-batch training";
  private static final List<Double> RADII = List.of(0.05, 0.1, 0.2, 0.4);
  private static final double CHECK_RHO = 0.3;
  private static final double CHECK_TOLERANCE = 0.05;

  /** Epochs of small batches after the minimum, after each of which the loss is looked at. */
  private static final int ESCAPE_EPOCHS = 5;

  private static final int SMALL_BATCH = 32;
  private static final double ESCAPE_RATE = 0.02;

  @Override
  public String name() {
    return "escape";
  }

  @Override
  public String axis() {
    return "rho, the radius of the perturbation; 0 for SGD";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(
        QuadraticEscape.GROWTH, QuadraticEscape.STATIONARY, TwoBowls.ESCAPED, NETWORK_GROWTH);
  }

  @Override
  public List<Computation> computations(Form form, Lab lab) {
    boolean small = form == Form.SMALL;
    var all = new ArrayList<Computation>();
    for (long seed = 1; seed <= (small ? 2 : 5); seed++) {
      long own = seed;
      all.add(
          new Computation(
              "quadratic-" + own, () -> QuadraticEscape.measure(own, small ? 200 : 20_000)));
      all.add(
          new Computation(
              "two-bowls-" + own,
              () -> TwoBowls.measure(own, small ? 20 : 200, small ? 200 : 2000)));
    }
    for (var cell : lab.cells(Resources.suite("escape", form))) {
      all.add(new Computation("network-" + cell.seed(), () -> network(lab, cell)));
    }
    return all;
  }

  /**
   * Trains to a minimum with the whole set as one batch, then goes on from there with small ones.
   */
  private static List<Measurement> network(Lab lab, Cell cell)
      throws IOException, InterruptedException {
    double[] minimum;
    try (var training = new WatchedTraining(cell, lab.data(cell), new Sgd())) {
      training.all();
      minimum = training.state().w().read();
    }
    var all = new ArrayList<Measurement>();
    all.add(growth(lab, cell, minimum, "sgd", 0, new Sgd()));
    for (double rho : RADII) {
      all.add(growth(lab, cell, minimum, "sam", rho, new Sam(rho)));
    }
    return all;
  }

  private static Measurement growth(
      Lab lab, Cell cell, double[] minimum, String series, double rho, Optimizer optimizer)
      throws IOException, InterruptedException {
    var onward = smallBatches(cell);
    try (var training = new WatchedTraining(onward, lab.data(onward), optimizer)) {
      training.state().w().write(minimum);
      var loss = training.first(Integer.MAX_VALUE);
      Vector g = training.state().newVector();
      double atMinimum = value(loss, g);
      double sum = 0;
      for (int epoch = 1; epoch <= ESCAPE_EPOCHS; epoch++) {
        training.epoch(epoch);
        sum += value(loss, g) - atMinimum;
      }
      return new Measurement(
          NETWORK + ", " + NoiseLevel.of(cell).label(),
          series,
          rho,
          NETWORK_GROWTH.name(),
          cell.seed(),
          sum / ESCAPE_EPOCHS);
    }
  }

  private static double value(Objective loss, Vector g) {
    return loss.lossAndGradient(g, Pass.PERTURBED).value();
  }

  /** The same cell with small batches, a constant learning rate and no momentum. */
  private static Cell smallBatches(Cell cell) {
    var training = cell.training();
    return new Cell(
        cell.suite(),
        cell.dataset(),
        cell.noise(),
        cell.network(),
        new Training(
            ESCAPE_EPOCHS,
            SMALL_BATCH,
            ESCAPE_RATE,
            0,
            training.weightDecay(),
            false,
            "constant",
            0,
            training.augmentation(),
            training.validationShare(),
            training.descent(),
            training.examples(),
            training.labelSmoothing(),
            training.mixup()),
        cell.optimizer(),
        cell.evaluation(),
        cell.engine(),
        cell.seed());
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "instrument",
            "On the parabola unnormalized SAM of rho 0.3 has (1 + rho h) squared = 2.56 times SGD's"
                + " loss after a step, to 5 % (how far below 5 % the deviation stays)",
            "ratio",
            0,
            EscapeStudy::deviation),
        new Claim(
            "parabola-faster",
            "On the parabola SAM of rho 0.3 has more than SGD's loss after a step (multiples)",
            "multiple",
            1,
            all -> all.of(QuadraticEscape.GROWTH.name()).series("sam").at(CHECK_RHO).bySeed()),
        new Claim(
            "parabola-more-with-rho",
            "On the parabola SAM's loss after a step grows with rho, 0.1 to 1 (multiples for each"
                + " 1)",
            "multiple",
            0,
            all -> all.of(QuadraticEscape.GROWTH.name()).series("sam").slopeBySeed(rho -> rho)),
        new Claim(
            "bowls-faster",
            "From the sharp bowl a larger share escapes by SAM of rho 0.1 than by SGD",
            "ratio",
            0,
            all -> bowls(all, 0.1, 0)),
        new Claim(
            "bowls-more-with-rho-to-0.1",
            "From the sharp bowl a larger share escapes by SAM of rho 0.1 than of rho 0.05",
            "ratio",
            0,
            all -> bowls(all, 0.1, 0.05)),
        new Claim(
            "bowls-more-with-rho-to-0.2",
            "From the sharp bowl a larger share escapes by SAM of rho 0.2 than of rho 0.1",
            "ratio",
            0,
            all -> bowls(all, 0.2, 0.1)),
        new Claim(
            "network-faster",
            "From a network's minimum the training loss grows more by SAM of rho 0.2 than by SGD",
            "nats",
            0,
            all -> {
              var growth = all.of(NETWORK_GROWTH.name());
              return Measurements.difference(growth.at(0.2).bySeed(), growth.at(0).bySeed());
            }),
        new Claim(
            "network-more-with-rho",
            "From a network's minimum the training loss grows more by SAM the larger rho is, 0.05 to"
                + " 0.4 (nats for each 1)",
            "nats",
            0,
            all -> all.of(NETWORK_GROWTH.name()).series("sam").slopeBySeed(rho -> rho)));
  }

  private static SortedMap<Long, Double> deviation(Measurements all) {
    double expected = Math.pow(1 + CHECK_RHO * QuadraticEscape.CURVATURE, 2);
    var left = new TreeMap<Long, Double>();
    all.of(QuadraticEscape.GROWTH.name())
        .series("usam")
        .at(CHECK_RHO)
        .bySeed()
        .forEach(
            (seed, growth) -> left.put(seed, CHECK_TOLERANCE - Math.abs(growth / expected - 1)));
    return left;
  }

  private static SortedMap<Long, Double> bowls(Measurements all, double more, double less) {
    var escaped = all.of(TwoBowls.ESCAPED.name());
    return Measurements.difference(escaped.at(more).bySeed(), escaped.at(less).bySeed());
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Loss after a step from the minimum", "rho, 0: SGD", QuadraticEscape.GROWTH),
        new Figure("Loss in the long run", "rho, 0: SGD", QuadraticEscape.STATIONARY),
        new Figure("Escaped from the sharp bowl", "rho, 0: SGD", TwoBowls.ESCAPED),
        new Figure("A network leaves its minimum", "rho, 0: SGD", NETWORK_GROWTH));
  }
}
