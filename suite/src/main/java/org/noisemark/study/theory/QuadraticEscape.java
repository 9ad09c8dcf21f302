package org.noisemark.study.theory;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.noisemark.datasets.Seeds;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Sam;
import org.noisemark.optim.Sgd;
import org.noisemark.optim.UnnormalizedSam;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Quantity;

/**
 * A parabola, {@value #CURVATURE}/2 w², left from its minimum under gradient noise of unit variance
 * that both passes of a step share. Unnormalized SAM's update is linear there: −η (1 + ρh)(h w +
 * ξ), so that after a step its loss is (1 + ρh)² times SGD's, and in the long run, for a small η, 1
 * + ρh times.
 */
public final class QuadraticEscape {
  public static final Quantity GROWTH =
      new Quantity(
          "loss_after_a_step_vs_sgd", "multiple", "Mean loss after a step from the minimum");
  public static final Quantity STATIONARY =
      new Quantity("stationary_loss_vs_sgd", "multiple", "Mean loss in the long run");
  public static final double CURVATURE = 2;
  public static final String SETTING = "parabola of curvature 2";
  static final double LEARNING_RATE = 0.01;
  private static final List<Double> RADII = List.of(0.1, 0.3, 1.0);

  private QuadraticEscape() {}

  /**
   * @param repeats of the first step, and hundredths of the steps in the long run
   */
  public static List<Measurement> measure(long seed, int repeats) {
    double growth = growth(new Sgd(), seed, repeats);
    double stationary = stationary(new Sgd(), seed, repeats);
    var all = new ArrayList<Measurement>();
    add(all, "sgd", 0, seed, 1, 1);
    for (double rho : RADII) {
      var usam = new UnnormalizedSam(rho);
      add(
          all,
          "usam",
          rho,
          seed,
          growth(usam, seed, repeats) / growth,
          stationary(usam, seed, repeats) / stationary);
      var sam = new Sam(rho);
      add(
          all,
          "sam",
          rho,
          seed,
          growth(sam, seed, repeats) / growth,
          stationary(sam, seed, repeats) / stationary);
    }
    return all;
  }

  private static void add(
      List<Measurement> all, String series, double rho, long seed, double growth, double longRun) {
    all.add(new Measurement(SETTING, series, rho, GROWTH.name(), seed, growth));
    all.add(new Measurement(SETTING, series, rho, STATIONARY.name(), seed, longRun));
  }

  /** The mean loss after one step from the minimum; the same noise for every optimizer. */
  private static double growth(Optimizer optimizer, long seed, int repeats) {
    var normal = ZigguratSampler.NormalizedGaussian.of(Seeds.generator(seed, "growth"));
    double sum = 0;
    for (int i = 0; i < repeats; i++) {
      var descent = new Descent64(optimizer, LEARNING_RATE, 1, seed, 0);
      step(descent, normal.sample());
      sum += loss(descent);
    }
    return sum / repeats;
  }

  private static double stationary(Optimizer optimizer, long seed, int repeats) {
    var normal = ZigguratSampler.NormalizedGaussian.of(Seeds.generator(seed, "stationary"));
    int steps = 100 * repeats;
    var descent = new Descent64(optimizer, LEARNING_RATE, steps, seed, 0);
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      step(descent, normal.sample());
      sum += i < steps / 10 ? 0 : loss(descent);
    }
    return sum / (steps - steps / 10);
  }

  private static void step(Descent64 descent, double noise) {
    descent.take(
        (w, gradient) -> {
          gradient[0] = CURVATURE * w[0] + noise;
          return CURVATURE / 2 * w[0] * w[0] + noise * w[0];
        });
  }

  private static double loss(Descent64 descent) {
    double w = descent.w()[0];
    return CURVATURE / 2 * w * w;
  }
}
