package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * AE-SAM: Jiang, Yang, Zhang, Kwok, ICLR 2023, algorithm 1: perturbs where the squared norm of the
 * gradient is large beside its own moving average. One or two gradients a step.
 *
 * <pre>
 *   μ ← δ μ + (1 − δ) ‖g‖²
 *   σ² ← δ σ² + (1 − δ) (‖g‖² − μ)²
 *   c = λ₁ t / T + λ₂ (1 − t / T)
 *   if ‖g‖² ≥ μ + c σ:  g = ∇L(w + ρ g / ‖g‖)
 * </pre>
 *
 * μ and σ² start at 0. With the default λ about half the steps perturb, more of them late.
 *
 * @param rho radius of the perturbation, at least 0
 * @param delta share of the old averages that is kept, in [0, 1)
 * @param lambda1 c at the end of training
 * @param lambda2 c at its start
 */
public record AeSam(double rho, double delta, double lambda1, double lambda2) implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    var mean = training.newVariable(0);
    var variance = training.newVariable(0);
    return objectives -> {
      Loss loss = objectives.batch().lossAndGradient(g, Pass.CLEAN);
      double square = g.dot(g);
      mean.set(delta * mean.get() + (1 - delta) * square);
      double deviation = square - mean.get();
      variance.set(delta * variance.get() + (1 - delta) * deviation * deviation);
      double elapsed = (double) training.step() / training.totalSteps();
      double c = lambda1 * elapsed + lambda2 * (1 - elapsed);
      if (square >= mean.get() + c * Math.sqrt(variance.get())) {
        training.perturbed(rho, g, objectives.batch(), g, Pass.PERTURBED);
      }
      training.descend(g);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return new Cost(1, 1.5, 2);
  }

  /** Named {@code aesam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "aesam";
    }

    @Override
    public String summary() {
      return "SAM where the gradient is large beside its average (Jiang 2023)";
    }

    @Override
    public String source() {
      return "arXiv 2304.14647, algorithm 1";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05),
          Hyperparameter.decay("delta", 0.9),
          Hyperparameter.finite("lambda1", -1.0),
          Hyperparameter.finite("lambda2", 1.0));
    }

    @Override
    public AeSam create(Values values) {
      return new AeSam(
          values.real("rho"), values.real("delta"), values.real("lambda1"), values.real("lambda2"));
    }
  }
}
