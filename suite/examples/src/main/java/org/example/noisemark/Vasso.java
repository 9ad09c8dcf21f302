package org.example.noisemark;

import java.util.List;
import org.noisemark.engine.Vector;
import org.noisemark.optim.Optimizer;
import org.noisemark.optim.OptimizerDefinition;
import org.noisemark.optim.Perturbation;
import org.noisemark.optim.PerturbingOptimizer;
import org.noisemark.optim.TrainingState;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * VaSSO: Li, Giannakis, NeurIPS 2023, arXiv 2309.15639: SAM that perturbs along the moving average
 * of the gradients, so that the noise of one mini-batch counts less. Two gradients a step.
 *
 * <pre>
 *   d ← (1 − θ) d + θ g
 *   ε = ρ d / ‖d‖
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param theta share of the new gradient, in [0, 1]
 */
public record Vasso(double rho, double theta) implements PerturbingOptimizer {
  @Override
  public Perturbation perturbation(TrainingState training) {
    Vector d = training.newVector();
    return (w, g) -> {
      d.axpby(theta, g, 1 - theta);
      w.axpyNormalized(rho, d, d, Perturbation.NORM_GUARD);
    };
  }

  /** Named {@code vasso}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "vasso";
    }

    @Override
    public String summary() {
      return "SAM along the averaged gradient (Li 2023)";
    }

    @Override
    public String source() {
      return "arXiv 2309.15639";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.1), Hyperparameter.share("theta", 0.9));
    }

    @Override
    public Optimizer create(Values values) {
      return new Vasso(values.real("rho"), values.real("theta"));
    }
  }
}
