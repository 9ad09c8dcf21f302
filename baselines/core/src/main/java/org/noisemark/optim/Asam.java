package org.noisemark.optim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;
import org.noisemark.nn.ParameterLayout.Kind;

/**
 * Adaptive SAM: Kwon, Kim, Park, Choi, ICML 2021, equation 7 with p = 2 and the element-wise
 * normalization operator T_w. Two gradients a step.
 *
 * <pre>
 *   T = |w| + η          on the adapted kinds; T = 1 on all others
 *   ε = ρ T² g / ‖T g‖   one norm over all parameters
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param eta added to |w| so that a weight of 0 still moves, at least 0
 * @param adapted kinds of parameters that T scales
 */
public record Asam(double rho, double eta, Set<Kind> adapted) implements Optimizer {
  public Asam {
    Settings.atLeastZero("rho", rho);
    Settings.atLeastZero("eta", eta);
    adapted = Set.copyOf(adapted);
  }

  /** The authors' code, which adapts what is named "weight": weights and normalization scales. */
  public static Asam ofAuthors(double rho, double eta) {
    return new Asam(rho, eta, EnumSet.of(Kind.WEIGHT, Kind.NORMALIZATION_SCALE));
  }

  /**
   * The form in davda54's widely used SAM: T = |w| on all parameters. Its ρ is not comparable with
   * the authors'; 2.0 is recommended with it.
   */
  public static Asam elementwise(double rho) {
    return new Asam(rho, 0, EnumSet.allOf(Kind.class));
  }

  @Override
  public Perturbation start(ParameterLayout layout, Supplier<Vector> zeros, long totalSteps) {
    Vector mask = zeros.get(); // 1 on the adapted kinds, 0 elsewhere
    Vector offset = zeros.get(); // η on the adapted kinds, 1 elsewhere
    mask.write(fill(layout, 1, 0));
    offset.write(fill(layout, eta, 1));
    Vector t = zeros.get();
    Vector tg = zeros.get();
    return (w, g) -> {
      t.absolute(w);
      t.scaleAndShift(mask, offset); // T
      tg.product(g, t); // T g
      t.product(tg, t); // T² g
      w.axpyNormalized(rho, t, tg, Perturbation.NORM_GUARD);
    };
  }

  private double[] fill(ParameterLayout layout, double onAdapted, double elsewhere) {
    var values = new double[layout.length()];
    for (var segment : layout.segments()) {
      double value = adapted.contains(segment.kind()) ? onAdapted : elsewhere;
      Arrays.fill(values, segment.offset(), segment.offset() + segment.length(), value);
    }
    return values;
  }
}
