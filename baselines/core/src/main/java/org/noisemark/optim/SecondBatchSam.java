package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * SAM whose perturbation comes from another mini-batch than the gradient that is descended, as Li
 * and others, CVPR 2024, section 3, ask for to tell the two apart. Two gradients a step.
 *
 * <pre>
 *   g′ = ∇L′(w)                        L′ of another mini-batch
 *   descend ∇L(w + ρ g′ / ‖g′‖)
 * </pre>
 *
 * The loss of a step is that of the other mini-batch at w.
 *
 * @param rho radius of the perturbation, at least 0
 */
public record SecondBatchSam(double rho) implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    return objectives -> {
      Loss loss = objectives.anotherBatch().lossAndGradient(g, Pass.CLEAN);
      training.perturbed(rho, g, objectives.batch(), g, Pass.PERTURBED);
      training.descend(g);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return Cost.exactly(2);
  }

  /** Named {@code sam-second-batch}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "sam-second-batch";
    }

    @Override
    public String summary() {
      return "SAM perturbed along another batch than the one descended";
    }

    @Override
    public String source() {
      return "after arXiv 2403.12350, section 3";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.atLeastZero("rho", 0.05));
    }

    @Override
    public SecondBatchSam create(Values values) {
      return new SecondBatchSam(values.real("rho"));
    }
  }
}
