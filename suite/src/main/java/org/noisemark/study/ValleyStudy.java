package org.noisemark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Optimizers;
import org.noisemark.reports.records.Cell;
import org.noisemark.reports.records.NoiseLevel;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Figure;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;
import org.noisemark.study.theory.AsymmetricValley;
import org.noisemark.suite.training.WatchedTraining;

/** Where SGD and SAM settle in an asymmetric valley. */
final class ValleyStudy implements Study {
  private static final Quantity NETWORK_OFFSET =
      new Quantity(
          "network_flat_side_offset",
          "length",
          "Distance along asymmetric directions from the lowest loss to the solution, towards the"
              + " flat side");
  private static final Quantity ASYMMETRY =
      new Quantity(
          "asymmetry", "multiple", "Rise of the loss on the steeper side by that on the other");

  /** Directions looked along at each solution. */
  private static final int DIRECTIONS = 10;

  /** How far is looked to both sides, and in how many steps to each. */
  private static final double REACH = 8;

  private static final int POINTS = 32;
  private static final int EXAMPLES = 1000;

  @Override
  public String name() {
    return "valley";
  }

  @Override
  public String axis() {
    return "rho, the radius of the perturbation; 0 for SGD";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(AsymmetricValley.OFFSET, AsymmetricValley.SHARE, NETWORK_OFFSET, ASYMMETRY);
  }

  @Override
  public List<Computation> computations(Form form, Lab lab) {
    var all = new ArrayList<Computation>();
    boolean small = form == Form.SMALL;
    for (long seed = 1; seed <= (small ? 2 : 5); seed++) {
      long own = seed;
      all.add(
          new Computation(
              "one-dimension-" + own, () -> AsymmetricValley.measure(own, small ? 4000 : 400_000)));
    }
    for (var cell : lab.cells(Resources.suite("valley", form))) {
      all.add(
          new Computation(
              "network-" + cell.runId(), () -> network(lab, cell, small ? 2 : DIRECTIONS)));
    }
    return all;
  }

  private static List<Measurement> network(Lab lab, Cell cell, int directions)
      throws IOException, InterruptedException {
    var optimizer = Optimizers.named(cell.optimizer().name(), cell.optimizer().hyperparameters());
    try (var training = new WatchedTraining(cell, lab.data(cell), optimizer)) {
      training.all();
      double offset = 0;
      double asymmetry = 0;
      for (int i = 0; i < directions; i++) {
        double[] losses = profile(training, direction(training, cell.seed(), i));
        offset += flatSideOffset(losses);
        asymmetry += asymmetry(losses);
      }
      return List.of(
          of(cell, NETWORK_OFFSET, offset / directions),
          of(cell, ASYMMETRY, asymmetry / directions));
    }
  }

  private static Measurement of(Cell cell, Quantity quantity, double value) {
    return new Measurement(
        "mlp, " + NoiseLevel.of(cell).label(),
        cell.optimizer().name(),
        RunNumbers.number(cell, "rho"),
        quantity.name(),
        cell.seed(),
        value);
  }

  /** Of positive numbers, drawn uniformly, of norm 1: the probe of He, Huang, Yuan 2019. */
  private static Vector direction(WatchedTraining training, long seed, int number) {
    var random = Seeds.generator(seed, "direction-" + number);
    var values = new double[training.state().w().length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble();
    }
    Vector u = training.state().newVector();
    u.write(values);
    u.axpby(1 / u.norm(), u, 0);
    return u;
  }

  /** The training loss from −reach to +reach along a direction; the solution is in the middle. */
  private static double[] profile(WatchedTraining training, Vector u) {
    var w = training.state().w();
    Vector solution = training.state().newVector();
    Vector g = training.state().newVector();
    solution.copyFrom(w);
    var loss = training.first(EXAMPLES);
    var losses = new double[2 * POINTS + 1];
    for (int i = 0; i < losses.length; i++) {
      w.copyFrom(solution);
      w.axpy(REACH * (i - POINTS) / POINTS, u);
      losses[i] = loss.lossAndGradient(g, Pass.PERTURBED).value();
    }
    w.copyFrom(solution);
    return losses;
  }

  /**
   * Returns how far the middle of a profile lies from its lowest point, that of the parabola
   * through the lowest value and those beside it, positive towards the side at whose end the loss
   * is lower.
   */
  static double flatSideOffset(double[] losses) {
    int middle = losses.length / 2;
    int lowest = middle;
    for (int i = 0; i < losses.length; i++) {
      lowest = losses[i] < losses[lowest] ? i : lowest;
    }
    int flatSide = losses[losses.length - 1] < losses[0] ? 1 : -1;
    return flatSide * (middle - vertex(losses, lowest)) * REACH / middle;
  }

  private static double vertex(double[] losses, int lowest) {
    if (lowest == 0 || lowest == losses.length - 1) {
      return lowest;
    }
    double before = losses[lowest - 1];
    double after = losses[lowest + 1];
    double bend = before - 2 * losses[lowest] + after;
    return bend > 0 ? lowest + (before - after) / (2 * bend) : lowest;
  }

  private static double asymmetry(double[] losses) {
    double left = losses[0] - losses[losses.length / 2];
    double right = losses[losses.length - 1] - losses[losses.length / 2];
    double less = Math.min(left, right);
    return less > 0 ? Math.max(left, right) / less : 1;
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "one-dimension-further",
            "In one dimension SAM of rho 0.3 is further on the flat side than SGD",
            "length",
            0,
            all -> further(all, AsymmetricValley.OFFSET, 0.3)),
        new Claim(
            "one-dimension-more-with-rho",
            "In one dimension SAM is further on the flat side the larger rho is, 0.1 to 1 (lengths"
                + " for each 1)",
            "length",
            0,
            all -> all.of(AsymmetricValley.OFFSET.name()).series("sam").slopeBySeed(rho -> rho)),
        new Claim(
            "network-further",
            "A network's solution by SAM of rho 0.2 is further on the flat side than by SGD",
            "length",
            0,
            all -> further(all, NETWORK_OFFSET, 0.2)),
        new Claim(
            "network-more-with-rho",
            "A network's solution by SAM is further on the flat side the larger rho is, 0.05 to 0.4"
                + " (lengths for each 1)",
            "length",
            0,
            all -> all.of(NETWORK_OFFSET.name()).series("sam").slopeBySeed(rho -> rho)));
  }

  private static SortedMap<Long, Double> further(Measurements all, Quantity offset, double rho) {
    return Measurements.difference(
        all.of(offset.name()).series("sam").at(rho).bySeed(),
        all.of(offset.name()).series("sgd").bySeed());
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("Offset to the flat side", "rho, 0: SGD", AsymmetricValley.OFFSET),
        new Figure("Time on the flat side", "rho, 0: SGD", AsymmetricValley.SHARE),
        new Figure("Offset of networks to the flat side", "rho, 0: SGD", NETWORK_OFFSET),
        new Figure("Asymmetry of the directions", "rho, 0: SGD", ASYMMETRY));
  }
}
