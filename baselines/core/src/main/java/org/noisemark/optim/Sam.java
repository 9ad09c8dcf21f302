package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/**
 * Sharpness-aware minimization: Foret, Kleiner, Mobahi, Neyshabur, ICLR 2021, equation 2 with p =
 * 2, without the second-order term. Two gradients a step.
 *
 * <pre>
 *   ε = ρ g / ‖g‖        one norm over all parameters, biases and normalization included
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 */
public record Sam(double rho) implements Optimizer {
  public Sam {
    Settings.atLeastZero("rho", rho);
  }

  @Override
  public Perturbation start(ParameterLayout layout, Supplier<Vector> zeros, long totalSteps) {
    return (w, g) -> w.axpyNormalized(rho, g, g, Perturbation.NORM_GUARD);
  }
}
