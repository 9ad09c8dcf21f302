package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Momentum-SAM: Becker, Altrock, Risse, arXiv 2401.12033: perturbs along the momentum in place of
 * the gradient, so that a step takes one gradient. The momentum v is the sum of past gradients
 * here, so that w + ε lies uphill; the paper's v is the step itself, of the opposite sign.
 *
 * <pre>
 *   ε = ρ v / ‖v‖
 *   descend from w along ∇L(w + ε)
 * </pre>
 *
 * The loss of a step is that at w + ε.
 *
 * @param rho radius of the perturbation, at least 0
 */
public record MomentumSam(double rho) implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    return objectives -> {
      Loss loss = training.perturbed(rho, training.momentum(), objectives.batch(), g, Pass.CLEAN);
      training.descend(g);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(1);
  }

  /** Named {@code msam}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "msam";
    }

    @Override
    public String summary() {
      return "Momentum-SAM: perturbs along the momentum, one gradient a step (Becker 2024)";
    }

    @Override
    public String source() {
      return "arXiv 2401.12033";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.3));
    }

    @Override
    public MomentumSam create(Values values) {
      return new MomentumSam(values.real("rho"));
    }
  }
}
