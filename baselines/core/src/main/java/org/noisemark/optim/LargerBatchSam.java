package org.noisemark.optim;

import java.util.List;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.plugin.Hyperparameter;
import org.noisemark.plugin.Values;

/**
 * SAM whose perturbation comes from a batch of m times the mini-batch, which holds the mini-batch,
 * as in the experiment of Li and others, CVPR 2024, section 3. m + 1 gradients a step.
 *
 * <pre>
 *   g = ∇L_m(w)                        L_m of m · B examples, at most the training set
 *   descend ∇L(w + ρ g / ‖g‖)          L of the mini-batch of B examples
 * </pre>
 *
 * The loss of a step is that of the larger batch at w.
 *
 * @param rho radius of the perturbation, at least 0
 * @param times m, at least 1; with 1 it is SAM
 */
public record LargerBatchSam(double rho, int times) implements Optimizer {
  public LargerBatchSam {
    Settings.atLeastZero("rho", rho);
    Settings.require(times >= 1, "times must be at least 1, got " + times);
  }

  @Override
  public Step start(TrainingState training) {
    Vector g = training.newScratch();
    return objectives -> {
      Loss loss = objectives.largerBatch(times).lossAndGradient(g, Pass.CLEAN);
      training.perturbed(rho, g, objectives.batch(), g, Pass.PERTURBED);
      training.descend(g);
      return loss;
    };
  }

  /** The most where the training set has so many examples. */
  @Override
  public Cost cost(long step, long totalSteps) {
    return new Cost(times == 1 ? 2 : 1, 1.0 + times, 1.0 + times);
  }

  /** Named {@code sam-larger-batch}. */
  public static final class Definition implements OptimizerDefinition {
    @Override
    public String name() {
      return "sam-larger-batch";
    }

    @Override
    public String summary() {
      return "SAM perturbed along the gradient of a larger batch";
    }

    @Override
    public String source() {
      return "after arXiv 2403.12350, section 3";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.atLeastZero("rho", 0.05), Hyperparameter.atLeastOne("times", 4));
    }

    @Override
    public LargerBatchSam create(Values values) {
      return new LargerBatchSam(values.real("rho"), values.whole("times"));
    }
  }
}
