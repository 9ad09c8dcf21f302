package org.noisemark.study.theory;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.noisemark.datasets.Seeds;
import org.noisemark.engine.reference.AnalyticFunction;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Sam;
import org.noisemark.optim.Sgd;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Quantity;

/**
 * A sharp bowl beside a flat one: Zhu, Wu, Yu, Wu, Ma, ICML 2019, their two-dimensional example.
 * The loss is the mean over 100 points X of
 *
 * <pre>
 *   min{ 10 (K p − K q)² + 100 (K p + K q)² , (w₁ − X₁ + 1)² + (w₂ − X₂ + 1)² }
 *   p = w₁ − X₁ − 1,  q = w₂ − X₂ − 1,  K = √½
 * </pre>
 *
 * with X of 0.01 times a normal distribution of variances 10 and 1 along the diagonals. A descent
 * begins at (1, 1), in the sharp bowl, takes one point a step, after which both coordinates are
 * moved by normal noise of deviation 0.05, and has escaped if it ends with both below −½.
 */
public final class TwoBowls {
  public static final Quantity ESCAPED =
      new Quantity("escaped", "ratio", "Share of the repeats that end in the flat bowl");
  public static final String SETTING = "sharp bowl beside a flat one";
  private static final List<Double> RADII = List.of(0.02, 0.05, 0.1, 0.2);
  private static final double K = Math.sqrt(0.5);
  private static final int POINTS = 100;
  private static final double LEARNING_RATE = 0.005;
  private static final double NOISE = 0.05;

  private TwoBowls() {}

  /** Returns the share that escapes, for SGD and for SAM over its radius. */
  public static List<Measurement> measure(long seed, int repeats, int steps) {
    double[][] points = points(Seeds.generator(seed, "points"));
    var all = new ArrayList<Measurement>();
    all.add(escaped("sgd", 0, new Sgd(), points, seed, repeats, steps));
    for (double rho : RADII) {
      all.add(escaped("sam", rho, new Sam(rho), points, seed, repeats, steps));
    }
    return all;
  }

  private static Measurement escaped(
      String series,
      double rho,
      Optimizer optimizer,
      double[][] points,
      long seed,
      int repeats,
      int steps) {
    int escaped = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      var random = Seeds.generator(seed, "escape-" + repeat);
      var normal = ZigguratSampler.NormalizedGaussian.of(random);
      var descent = new Descent64(optimizer, LEARNING_RATE, steps, seed, 1, 1);
      for (int step = 0; step < steps; step++) {
        double[] point = points[random.nextInt(POINTS)];
        descent.take(loss(point));
        descent.shift(NOISE * normal.sample(), NOISE * normal.sample());
      }
      double[] end = descent.w();
      escaped += end[0] < -0.5 && end[1] < -0.5 ? 1 : 0;
    }
    return new Measurement(SETTING, series, rho, ESCAPED.name(), seed, (double) escaped / repeats);
  }

  private static double[][] points(UniformRandomProvider random) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    var points = new double[POINTS][];
    for (int i = 0; i < POINTS; i++) {
      double along = Math.sqrt(10) * normal.sample();
      double across = normal.sample();
      points[i] = new double[] {0.01 * K * (along - across), 0.01 * K * (along + across)};
    }
    return points;
  }

  private static AnalyticFunction loss(double[] point) {
    return (w, gradient) -> {
      double p = w[0] - point[0] - 1;
      double q = w[1] - point[1] - 1;
      double a = K * p - K * q;
      double b = K * p + K * q;
      double sharp = 10 * a * a + 100 * b * b;
      double u = w[0] - point[0] + 1;
      double v = w[1] - point[1] + 1;
      double flat = u * u + v * v;
      boolean inSharp = sharp < flat;
      gradient[0] = (inSharp ? 20 * a * K + 200 * b * K : 2 * u);
      gradient[1] = (inSharp ? -20 * a * K + 200 * b * K : 2 * v);
      return Math.min(sharp, flat);
    };
  }
}
