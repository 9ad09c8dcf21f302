package org.noisemark.study.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.reference.AnalyticFunction;
import org.noisemark.engine.reference.ReferenceVector;
import org.noisemark.optim.FSam;
import org.noisemark.optim.TrainingState;
import org.noisemark.reports.study.Claim;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Measurements;
import org.noisemark.reports.study.Quantity;

/** What can be shown of F-SAM without a network. */
public final class FSamTheory {
  /** Of the directions of the two orders of F-SAM. */
  public static final Quantity ORDERS =
      new Quantity(
          "orders_agreement", "digits", "Digits to which the directions of both orders agree");

  public static final Quantity SQUARED_NORM =
      new Quantity("mean_squared_gradient_norm", "squared norm", "Mean squared gradient norm");

  private static final int DIMENSIONS = 10;
  private static final int ORDER_STEPS = 200;
  private static final double LAMBDA = 0.9;
  private static final String ORDERS_SETTING = "both orders, 200 random gradients";
  private static final String SMOOTH = "mean of w²/(1 + w²), 10 dimensions, noisy gradients";

  /** Of the slope, by which the theorem's bound may be missed before it counts. */
  private static final double SLACK = 0.1;

  private FSamTheory() {}

  /**
   * Gives both orders the same gradients and holds their perturbations beside each other: with σ =
   * 1, and with the paper's σ = 0.5 beside the σ' = σ λ / (1 − σ + σ λ) of the authors' code that
   * it corresponds to. They differ by what is left of the first average, λ to the number of steps.
   */
  public static List<Measurement> orders(long seed) {
    double equivalent = 0.5 * LAMBDA / (1 - 0.5 + 0.5 * LAMBDA);
    return List.of(
        agreement(seed, "sigma 1 in both", 1, 1),
        agreement(seed, "sigma 0.5 in the paper's, 0.474 in the code's", 0.5, equivalent));
  }

  private static Measurement agreement(long seed, String series, double ofPaper, double ofAuthors) {
    var normal = ZigguratSampler.NormalizedGaussian.of(Seeds.generator(seed, "orders"));
    var paper = Perturbed.by(new FSam(1, LAMBDA, ofPaper, FSam.Order.PAPER));
    var authors = Perturbed.by(new FSam(1, LAMBDA, ofAuthors, FSam.Order.AUTHORS));
    double difference = 0;
    for (int t = 0; t < ORDER_STEPS; t++) {
      var g = new double[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        g[i] = 1 + normal.sample();
      }
      difference = distance(paper.along(g), authors.along(g));
    }
    return new Measurement(
        ORDERS_SETTING,
        series,
        LAMBDA,
        ORDERS.name(),
        seed,
        -Math.log10(Math.max(difference, 1e-16)));
  }

  /** One order, its parameters held at 0. */
  private record Perturbed(FSam.Friendly perturbation, TrainingState training, ReferenceVector w) {
    static Perturbed by(FSam fsam) {
      var w = ReferenceVector.zeros(DIMENSIONS);
      var training = Descent64.state(w, 0, ORDER_STEPS, 1);
      return new Perturbed(fsam.perturbation(training), training, w);
    }

    double[] along(double[] g) {
      perturbation.apply(w, ReferenceVector.of(g));
      double[] direction = w.read();
      w.write(new double[DIMENSIONS]);
      training.descend(ReferenceVector.zeros(DIMENSIONS));
      return direction;
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /**
   * Descends a smooth function that is not convex, with noisy gradients, for T steps with a
   * learning rate of 1/√T and a radius of 1/√T, for T from 100 up, and averages the squared norm of
   * its true gradient.
   *
   * @param most steps
   */
  public static List<Measurement> convergence(long seed, int most) {
    var all = new ArrayList<Measurement>();
    for (int steps = 100; steps <= most; steps = (int) Math.round(steps * Math.sqrt(10))) {
      var normal = ZigguratSampler.NormalizedGaussian.of(Seeds.generator(seed, "convergence"));
      double rate = 1 / Math.sqrt(steps);
      var start = new double[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        start[i] = 1 + 0.5 * normal.sample();
      }
      var descent =
          new Descent64(new FSam(rate, LAMBDA, 1, FSam.Order.AUTHORS), rate, steps, seed, start);
      double sum = 0;
      for (int t = 0; t < steps; t++) {
        sum += square(gradient(descent.w()));
        var noise = new double[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
          noise[i] = 0.1 * normal.sample();
        }
        descent.take(noisy(noise));
      }
      all.add(new Measurement(SMOOTH, "fsam", steps, SQUARED_NORM.name(), seed, sum / steps));
    }
    return all;
  }

  private static AnalyticFunction noisy(double[] noise) {
    return (w, gradient) -> {
      double value = 0;
      double[] exact = gradient(w);
      for (int i = 0; i < w.length; i++) {
        value += w[i] * w[i] / (1 + w[i] * w[i]) / w.length + noise[i] * w[i];
        gradient[i] = exact[i] + noise[i];
      }
      return value;
    };
  }

  /** Of the mean of w²/(1 + w²). */
  private static double[] gradient(double[] w) {
    var gradient = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      double root = 1 + w[i] * w[i];
      gradient[i] = 2 * w[i] / (root * root) / w.length;
    }
    return gradient;
  }

  private static double square(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** Returns the claim that the two orders are one where algebra says so. */
  public static Claim ordersAgree() {
    return new Claim(
        "orders-agree",
        "After 200 steps the directions of the paper's and the code's order agree to more than 6"
            + " digits where algebra says that they are one",
        "digits",
        6,
        all -> all.of(ORDERS.name()).bySeed());
  }

  /** Returns the claim that the gradient norm falls as fast as the theorem says. */
  public static Claim convergesAsFast() {
    return new Claim(
        "converges-as-fast",
        "F-SAM's mean squared gradient norm falls with the number of steps T at least as T to the"
            + " power of -0.4; the theorem's bound is log T over the root of T (the power, its sign"
            + " turned)",
        "power",
        0.5 - SLACK,
        FSamTheory::power);
  }

  private static SortedMap<Long, Double> power(Measurements all) {
    var logarithms =
        all.of(SQUARED_NORM.name()).all().stream()
            .map(
                each ->
                    new Measurement(
                        each.setting(),
                        each.series(),
                        each.x(),
                        each.quantity(),
                        each.seed(),
                        -Math.log(each.value())))
            .toList();
    return new Measurements(logarithms).slopeBySeed(Math::log);
  }
}
