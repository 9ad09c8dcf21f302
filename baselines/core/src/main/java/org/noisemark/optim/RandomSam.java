package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * Randomized sharpness-aware training: Zhao, Zhang, Hu, arXiv 2203.09962, with a constant
 * probability: each step tosses a coin whether it perturbs. 1 + p gradients a step on average.
 *
 * <pre>
 *   with probability p:  g = ∇L(w + ρ g / ‖g‖);  otherwise g = ∇L(w)
 * </pre>
 *
 * @param rho radius of the perturbation, at least 0
 * @param probability p, in [0, 1]
 */
public record RandomSam(double rho, double probability) implements Optimizer {
  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    return objectives -> {
      Loss loss = objectives.batch().lossAndGradient(g, Pass.CLEAN);
      if (training.random().nextDouble() < probability) {
        training.perturbed(rho, g, objectives.batch(), g, Pass.PERTURBED);
      }
      training.descend(g);
      return loss;
    };
  }

  @Override
  public Cost cost(long step, long totalSteps) {
    return new Cost(probability == 1 ? 2 : 1, 1 + probability, probability == 0 ? 1 : 2);
  }

  /** Named {@code rst}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "rst";
    }

    @Override
    public String summary() {
      return "randomized SAM: a coin tossed each step (Zhao 2022)";
    }

    @Override
    public String source() {
      return "arXiv 2203.09962";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05), Hyperparameter.share("probability", 0.5));
    }

    @Override
    public RandomSam create(Values values) {
      return new RandomSam(values.real("rho"), values.real("probability"));
    }
  }
}
