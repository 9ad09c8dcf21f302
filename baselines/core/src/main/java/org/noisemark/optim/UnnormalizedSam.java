package org.noisemark.optim;

import java.util.List;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Unnormalized SAM: Andriushchenko, Flammarion, ICML 2022: the perturbation shrinks with the
 * gradient, which makes its dynamics linear on a quadratic. Two gradients a step.
 *
 * <pre>
 *   ε = ρ g
 * </pre>
 *
 * @param rho multiple of the gradient, at least 0
 */
public record UnnormalizedSam(double rho) implements PerturbingOptimizer {
  public UnnormalizedSam {
    Settings.atLeastZero("rho", rho);
  }

  @Override
  public Perturbation perturbation(TrainingState training) {
    return (w, g) -> w.axpy(rho, g);
  }

  /** Named {@code usam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "usam";
    }

    @Override
    public String summary() {
      return "SAM without the norm (Andriushchenko 2022)";
    }

    @Override
    public String source() {
      return "arXiv 2206.06232";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.05));
    }

    @Override
    public UnnormalizedSam create(Values values) {
      return new UnnormalizedSam(values.real("rho"));
    }
  }
}
