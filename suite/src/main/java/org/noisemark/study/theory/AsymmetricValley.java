package org.noisemark.study.theory;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.noisemark.datasets.Seeds;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.Sam;
import org.noisemark.optim.Sgd;
import org.noisemark.reports.study.Measurement;
import org.noisemark.reports.study.Quantity;

/**
 * A valley in one dimension that is flat on one side: 0.1 w² below 0, 2.5 w² above. Descended under
 * gradient noise of unit variance at learning rate 0.05; where it is in the second half of the
 * steps.
 */
public final class AsymmetricValley {
  public static final Quantity OFFSET =
      new Quantity("flat_side_offset", "length", "How far to the flat side it is in the mean");
  public static final Quantity SHARE =
      new Quantity("flat_side_share", "ratio", "Share of the steps on the flat side");
  public static final String SETTING = "valley in one dimension";
  private static final List<Double> RADII = List.of(0.1, 0.3, 1.0);
  private static final double FLAT = 0.1;
  private static final double SHARP = 2.5;
  private static final double LEARNING_RATE = 0.05;

  private AsymmetricValley() {}

  public static List<Measurement> measure(long seed, int steps) {
    var all = new ArrayList<Measurement>();
    add(all, "sgd", 0, new Sgd(), seed, steps);
    for (double rho : RADII) {
      add(all, "sam", rho, new Sam(rho), seed, steps);
    }
    return all;
  }

  private static void add(
      List<Measurement> all, String series, double rho, Optimizer optimizer, long seed, int steps) {
    var normal = ZigguratSampler.NormalizedGaussian.of(Seeds.generator(seed, "valley"));
    var descent = new Descent64(optimizer, LEARNING_RATE, steps, seed, 0);
    double sum = 0;
    int onFlatSide = 0;
    int counted = 0;
    for (int step = 0; step < steps; step++) {
      double noise = normal.sample();
      descent.take(
          (w, gradient) -> {
            double slope = w[0] < 0 ? FLAT : SHARP;
            gradient[0] = 2 * slope * w[0] + noise;
            return slope * w[0] * w[0] + noise * w[0];
          });
      if (step >= steps / 2) {
        double w = descent.w()[0];
        sum -= w;
        onFlatSide += w < 0 ? 1 : 0;
        counted++;
      }
    }
    all.add(new Measurement(SETTING, series, rho, OFFSET.name(), seed, sum / counted));
    all.add(
        new Measurement(SETTING, series, rho, SHARE.name(), seed, (double) onFlatSide / counted));
  }
}
