package org.noisemark.optim;

import org.noisemark.engine.Loss;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;

/**
 * A method that differs from SGD only in how, and when, it moves the parameters before the gradient
 * that is descended:
 *
 * <pre>
 *   g = ∇L(w)                                   clean pass
 *   if a perturbation is due:  g = ∇L(w + ε)    perturbed pass, same mini-batch; then w is restored
 *   descend from w along g
 * </pre>
 */
public interface PerturbingOptimizer extends Optimizer {
  /** Returns the perturbation of one training, with its state. */
  Perturbation perturbation(TrainingState training);

  /**
   * Returns whether a step perturbs; if not, it costs one gradient.
   *
   * @param step counted from 0
   */
  default boolean isDue(long step, long totalSteps) {
    return true;
  }

  @Override
  default Cost cost(long step, long totalSteps) {
    return Cost.exactly(isDue(step, totalSteps) ? 2 : 1);
  }

  @Override
  default Step start(TrainingState training) {
    var perturbation = perturbation(training);
    Vector g = training.newScratch();
    return objectives -> {
      var batch = objectives.batch();
      Loss loss = batch.lossAndGradient(g, Pass.CLEAN);
      if (isDue(training.step(), training.totalSteps())) {
        training.perturbed(w -> perturbation.apply(w, g), batch, g, Pass.PERTURBED);
      }
      training.descend(g);
      return loss;
    };
  }
}
