package org.noisemark.optim;

import java.util.List;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

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
public record Sam(double rho) implements PerturbingOptimizer {
  public Sam {
    Settings.atLeastZero("rho", rho);
  }

  @Override
  public Perturbation perturbation(TrainingState training) {
    return (w, g) -> w.axpyNormalized(rho, g, g, Perturbation.NORM_GUARD);
  }

  /** Named {@code sam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "sam";
    }

    @Override
    public String summary() {
      return "sharpness-aware minimization (Foret 2021)";
    }

    @Override
    public String source() {
      return "arXiv 2010.01412, equation 2";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.05));
    }

    @Override
    public Sam create(Values values) {
      return new Sam(values.real("rho"));
    }
  }
}
