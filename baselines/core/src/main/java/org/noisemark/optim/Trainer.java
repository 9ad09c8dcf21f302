package org.noisemark.optim;

import java.util.function.Supplier;
import org.noisemark.engine.Loss;
import org.noisemark.engine.Model;
import org.noisemark.engine.Pass;
import org.noisemark.engine.Vector;
import org.noisemark.nn.ParameterLayout;

/**
 * One training: the step that all optimizers share.
 *
 * <pre>
 *   g = ∇L(w)                                   clean pass
 *   if a perturbation is due:  g = ∇L(w + ε)    perturbed pass, same mini-batch; then w is restored
 *   descend from w along g                      {@link Vector#descend}
 * </pre>
 */
public final class Trainer {
  private final Perturbation perturbation;
  private final Momentum momentum;
  private final Schedule schedule;
  private final long totalSteps;
  private final Vector w;
  private final Vector g;
  private final Vector saved;
  private final Vector velocity;
  private long step;

  /** Trains the parameters of a model. */
  public Trainer(
      Optimizer optimizer, Momentum momentum, Schedule schedule, Model model, long totalSteps) {
    this(
        optimizer,
        momentum,
        schedule,
        model.parameters(),
        model.layout(),
        model::newVector,
        totalSteps);
  }

  /**
   * Trains any vector, an analytic function's argument for one.
   *
   * @param w changed in place
   * @param zeros makes a new vector of zeros like w
   * @throws IllegalArgumentException if there is no step to take
   */
  public Trainer(
      Optimizer optimizer,
      Momentum momentum,
      Schedule schedule,
      Vector w,
      ParameterLayout layout,
      Supplier<Vector> zeros,
      long totalSteps) {
    Settings.require(totalSteps >= 1, "a training has at least 1 step, got " + totalSteps);
    this.perturbation = optimizer.start(layout, zeros, totalSteps);
    this.momentum = momentum;
    this.schedule = schedule;
    this.totalSteps = totalSteps;
    this.w = w;
    this.g = zeros.get();
    this.saved = zeros.get();
    this.velocity = zeros.get();
  }

  /**
   * Takes one step on a mini-batch.
   *
   * @return the loss of the clean pass
   */
  public Loss step(Objective objective) {
    Loss loss = objective.lossAndGradient(g, Pass.CLEAN);
    if (perturbation.isDue(step)) {
      saved.copyFrom(w);
      perturbation.apply(w, g);
      objective.lossAndGradient(g, Pass.PERTURBED);
      w.copyFrom(saved);
    }
    w.descend(
        g,
        velocity,
        learningRate(),
        momentum.momentum(),
        momentum.weightDecay(),
        momentum.nesterov());
    step++;
    return loss;
  }

  /** Returns the learning rate of the next step. */
  public double learningRate() {
    return schedule.learningRate(step, totalSteps);
  }
}
